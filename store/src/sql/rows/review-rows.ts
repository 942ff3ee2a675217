import type { Anchor, AnchoredChange, Statement } from '@hearsay/engine'
import type { CorrectedReading } from './corrected.js'
import { statementId } from './statement-id.js'
import { storable } from './storable.js'

/** A statement that is worth a second look. */
export interface ReviewRow {
  /** Its row id. */
  id: number
  /** Its confidence; `AT_STAKE` where a person's word is at stake. */
  sure: number
  why: string
  correction: string | null
  /** What is amiss with the correction. */
  note: string | null
}

/** Less sure than any confidence: these come first. */
const AT_STAKE = -1

/** What follows from a corrected reading: statements that nobody looked at, and those whose corrections are in doubt. */
export function reviewRows(article: number, reading: CorrectedReading): ReviewRow[] {
  const doubted = doubtedOf(reading)
  return reading.ledger.statements.flatMap((statement, n) => {
    const id = statementId(article, n)
    const doubt = doubted.get(statement.id)
    if (doubt) return [{ id, sure: AT_STAKE, ...doubt }]
    if (statement.corrected) return []
    return [{ id, sure: statement.confidence, why: 'unsure', correction: null, note: null }]
  })
}

type Doubt = Pick<ReviewRow, 'why' | 'correction' | 'note'>

/** By statement, the latest doubt alone, unless a person has decided since: over the misfit, or knowing the reading. */
function doubtedOf({ ledger, made, corrections, corrected }: CorrectedReading): Map<string, Doubt> {
  const records = new Map(corrections.map((correction) => [correction.id, correction]))
  const statements = new Map(ledger.statements.map((statement) => [statement.id, statement]))
  const doubts = [
    ...corrected.disagreements.map((each) => ({
      ...{ why: 'disagrees', correction: each.correction, note: each.why },
      statement: statements.get(each.statement),
    })),
    ...corrected.misfits.map(({ correction, why: note }) => ({
      ...{ why: 'misfit', correction, note },
      statement: nearest(ledger.statements, records.get(correction)?.change),
    })),
  ].sort((one, other) => madeAs(one.correction) - madeAs(other.correction))
  const found = new Map<string, Doubt>()
  for (const { statement, why, correction, note } of doubts) {
    if (!statement || isDecidedSince(statement, correction)) continue
    if (why === 'disagrees' && records.get(correction)!.at > made) continue
    found.set(statement.id, { why, correction, note: storable(note) })
  }
  return found
}

function isDecidedSince({ corrected = [] }: Statement, correction: string): boolean {
  return corrected.some((later) => madeAs(later) > madeAs(correction))
}

/** `c12` was made after `c9`. */
const madeAs = (correction: string) => Number(correction.slice(1))

/** The statement that stands nearest to where the one of a change stood. */
function nearest(statements: readonly Statement[], change?: AnchoredChange): Statement | undefined {
  const at = change && placeOf(change)
  if (at === undefined) return undefined
  const away = ({ content, cue }: Statement) =>
    Math.min(...[...content, cue].map(({ start }) => Math.abs((start ?? Infinity) - at)))
  return [...statements].sort((one, other) => away(one) - away(other))[0]
}

function placeOf(change: AnchoredChange): number | undefined {
  const anchor =
    'statement' in change ? change.statement : 'whole' in change ? change.whole : undefined
  const first: Anchor | null | undefined = anchor?.content[0] ?? anchor?.cue
  return first?.start
}
