import { HearsayError, type Ledger, type Statement } from '../record/index.js'
import { checkEdit } from './check-edit.js'
import { Claims, type Part } from './claims.js'
import type { Corrected, Correction, Misfit, StatementAnchor } from './correction.js'
import { draftOf, type Draft } from './draft.js'
import { insert, remove, revise, type Edit } from './edit.js'
import { findStatement } from './find-statement.js'
import { rebuild } from './rebuild.js'
import { editOf, wholeEdit } from './state.js'
import { undone } from './undone.js'
import { unfit } from './unfit.js'

/**
 * A ledger as people have corrected it, in the order of their records: later ones win, and what is undone does not
 * count. The ledger may be of a newer reading, or of a newer text, than the corrections are of; what no longer fits is
 * listed, as is where the reading says something new against a person's word. A sound ledger stays sound.
 */
export function applyCorrections(ledger: Ledger, corrections: readonly Correction[]): Corrected {
  const out = undone(corrections)
  const draft = draftOf(ledger)
  const work: Work = { draft, claims: new Claims(), out, failed: new Set() }
  const misfits: Misfit[] = []
  const applied: Corrected['applied'] = []
  for (const correction of corrections) {
    if (out.has(correction.id)) continue
    try {
      const statement = applyOne(work, correction)
      if (statement !== null) applied.push({ correction: correction.id, statement })
    } catch (error) {
      if (!(error instanceof HearsayError && error.code === 'correction-unfit')) throw error
      work.failed.add(correction.id)
      misfits.push({ correction: correction.id, why: error.message })
    }
  }
  if (applied.length === 0) return { ledger, misfits, applied, disagreements: [] }
  const disagreements = work.claims.against(draft, ledger.statements)
  return { ledger: rebuild(ledger, draft), misfits, applied, disagreements }
}

interface Work {
  draft: Draft
  claims: Claims
  out: ReadonlySet<string>
  failed: Set<string>
}

const PARTS: readonly Part[] = [
  'cue',
  'source',
  'content',
  'act',
  'negated',
  'parent',
  'channel',
  'actors',
]

/** Answers with the statement that was touched; null when there was nothing to do. */
function applyOne(work: Work, { id, change }: Correction): string | null {
  const { draft, claims } = work
  switch (change.kind) {
    case 'reject': {
      const statement = findStatement(draft, change.statement)
      if (!statement) return null
      remove(draft, statement.id)
      claims.drop(statement.id)
      return statement.id
    }
    case 'accept': {
      const statement = findStatement(draft, change.statement)
      const edit = wholeEdit(draft, change.whole)
      if (!statement) return restored(work, id, change.statement, edit)
      return touched(work, id, statement, edit, PARTS, {})
    }
    case 'revise': {
      const statement = findStatement(draft, change.statement)
      if (!statement) return restored(work, id, change.statement, wholeEdit(draft, change.whole))
      const parts = Object.keys(change.set) as Part[]
      return touched(
        work,
        id,
        statement,
        editOf(draft, change.set),
        parts,
        formerly(draft, change.was),
      )
    }
    case 'add': {
      const edit = wholeEdit(draft, change.whole)
      const statement = findStatement(draft, change.whole)
      if (statement) return touched(work, id, statement, edit, PARTS, {})
      return mark(work, id, inserted(draft, edit), {})
    }
    default:
      return null
  }
}

function touched(
  { draft, claims }: Work,
  correction: string,
  statement: Statement,
  edit: Edit,
  parts: readonly Part[],
  was: Edit,
): string {
  checkEdit(draft, statement.id, edit)
  revise(draft, statement.id, edit)
  confirm(statement, correction)
  claims.note(draft, statement.id, correction, parts, was)
  return statement.id
}

function confirm(statement: Statement, correction: string): void {
  statement.confidence = 1
  statement.doubts = []
  statement.corrected = [...(statement.corrected ?? []), correction]
}

/** A statement that a person has spoken of and that the reading lacks. */
function restored(work: Work, correction: string, anchor: StatementAnchor, edit: Edit): string {
  const base = anchor.corrected?.find((each) => work.out.has(each) || work.failed.has(each))
  if (base !== undefined)
    throw unfit(`It speaks of the statement as ${base} had left it, which no longer counts.`)
  const id = mark(work, correction, inserted(work.draft, edit), {})
  work.claims.lack(id, correction)
  return id
}

function inserted(draft: Draft, edit: Edit): string {
  checkEdit(draft, null, edit)
  return insert(draft, edit)
}

function mark({ draft, claims }: Work, correction: string, id: string, was: Edit): string {
  const statement = draft.statements.find((each) => each.id === id) as Statement
  confirm(statement, correction)
  claims.note(draft, id, correction, PARTS, was)
  return id
}

/** What stood there before, so far as its words are still to be found. */
function formerly(draft: Draft, was: Partial<Record<Part, unknown>>): Edit {
  return Object.assign(
    {},
    ...Object.entries(was).map(([part, value]) => {
      try {
        return editOf(draft, { [part]: value })
      } catch {
        return {}
      }
    }),
  ) as Edit
}
