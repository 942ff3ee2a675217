import type { Span, Statement } from '../record/index.js'
import type { StatementAnchor } from './correction.js'
import type { Draft } from './draft.js'
import { locate } from './locate.js'

/** Contents that share so much are taken for one, where there is no cue to go by. */
const ALIKE = 0.7

/**
 * The statement of the draft that is meant: the one whose cue stands at the anchored cue. Without a cue to go by, the
 * one whose content is nearly the anchored one; null when there is none, or several do as well.
 */
export function findStatement(
  { text, statements }: Draft,
  anchor: Pick<StatementAnchor, 'cue' | 'content'>,
): Statement | null {
  const contents = anchor.content.flatMap((each) => locate(text, each) ?? [])
  const cue = anchor.cue && locate(text, anchor.cue)
  if (cue) {
    const here = statements.filter((statement) => sharedWithCue(statement, cue) > 0)
    return best(here, (each) => [sharedWithCue(each, cue), alike(each.content, contents)], false)
  }
  const quoting = statements.filter(({ content }) => alike(content, contents) >= ALIKE)
  const cueless = quoting.filter((statement) => statement.cue.start === null)
  const pool = anchor.cue === null && cueless.length > 0 ? cueless : quoting
  return best(pool, (each) => [alike(each.content, contents)], true)
}

/** The one that scores best, compared score by score; of equals the first, or none when it must be `sure`. */
function best(
  statements: readonly Statement[],
  scoresOf: (statement: Statement) => number[],
  sure: boolean,
): Statement | null {
  const ranked = statements
    .map((statement) => ({ statement, scores: scoresOf(statement) }))
    .sort((a, b) => compare(b.scores, a.scores))
  const [first, second] = ranked
  if (!first || (sure && second && compare(first.scores, second.scores) === 0)) return null
  return first.statement
}

function compare(a: readonly number[], b: readonly number[]): number {
  return a.reduce((so, score, i) => so || score - (b[i] ?? 0), 0)
}

/** The share that a statement's cue and a span have in common. */
function sharedWithCue({ cue: { start, end } }: Statement, span: Span): number {
  return start === null || end === null ? 0 : alike([{ start, end }], [span])
}

/** Characters that both have, of those that either has (Jaccard); fragments of each do not overlap. */
function alike(a: readonly Span[], b: readonly Span[]): number {
  const size = (spans: readonly Span[]) =>
    spans.reduce((sum, { start, end }) => sum + end - start, 0)
  let shared = 0
  for (const x of a)
    for (const y of b) shared += Math.max(0, Math.min(x.end, y.end) - Math.max(x.start, y.start))
  const all = size(a) + size(b) - shared
  return all > 0 ? shared / all : 0
}
