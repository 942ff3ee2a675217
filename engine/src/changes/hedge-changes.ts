import { contains, type Span } from '../record/index.js'
import type { Change } from './change.js'
import { folded } from './folded-words.js'
import { sideOf, type Version } from './version.js'

/** Words by which an outlet commits itself to less, gone from one sentence or put into it. */
export function hedgeChanges(before: Version, after: Version, one: Span, other: Span): Change[] {
  const [was, is] = [hedgesIn(before, one), hedgesIn(after, other)]
  // "Apparently" for "seemingly" is as doubtful as before.
  if (was.length === is.length) return []
  const lacks = (list: readonly Hedge[]) => (hedge: Hedge) =>
    !list.some(({ fold }) => fold === hedge.fold)
  return [
    ...was.filter(lacks(is)).map((hedge): Change => {
      const sides = { before: sideOf(before, [hedge]), after: sideOf(after, [other]) }
      return { kind: 'hedge-dropped', ...sides, edits: [] }
    }),
    ...is.filter(lacks(was)).map((hedge): Change => {
      const sides = { before: sideOf(before, [one]), after: sideOf(after, [hedge]) }
      return { kind: 'hedge-added', ...sides, edits: [] }
    }),
  ]
}

interface Hedge extends Span {
  fold: string
}

/** Hedges and distancing words; "reportedly" has a statement of its own and is told with it. */
function hedgesIn({ ledger }: Version, sentence: Span): Hedge[] {
  const cues = ledger.statements.map(({ cue }) => cue)
  return ledger.wording
    .filter(({ kind }) => kind === 'hedge' || kind === 'distancing')
    .filter((word) => contains(sentence, word))
    .filter((word) => !cues.some((cue) => cue.start === word.start && cue.end === word.end))
    .map(({ start, end, text }) => ({ start, end, fold: folded(text) }))
}
