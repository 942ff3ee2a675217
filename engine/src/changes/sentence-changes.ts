import { contains, overlaps, type Sentence, type Span } from '../record/index.js'
import type { Change, Edit } from './change.js'
import { hedgeChanges } from './hedge-changes.js'
import { hunks } from './hunks.js'
import { numberChanges } from './number-changes.js'
import { dice, pairUp } from './pair-up.js'
import { sideOf, wordsIn, type Version } from './version.js'

const ALIKE = 0.45

/** What changed in the sentences, as far as `told` does not say it already. */
export function sentenceChanges(
  before: Version,
  after: Version,
  told: readonly Change[],
): Change[] {
  const [was, is] = [sentencesOf(before), sentencesOf(after)]
  const paired = pairUp(was, is, (one, other) => dice(one.folds, other.folds), ALIKE)
  const isTold = (side: 'before' | 'after') => (sentence: Span) =>
    told.some((change) => change[side]?.span && overlaps(change[side].span, sentence))
  return [
    ...paired.pairs.flatMap(([i, j]) =>
      pairChanges(before, after, was[i] as Known, is[j] as Known, told),
    ),
    ...paired.before
      .map((i) => (was[i] as Known).sentence)
      .filter((sentence) => !isTold('before')(sentence))
      .map((sentence): Change => ({
        kind: 'sentence-removed',
        before: sideOf(before, [sentence]),
        after: null,
        edits: [],
      })),
    ...paired.after
      .map((j) => (is[j] as Known).sentence)
      .filter((sentence) => !isTold('after')(sentence))
      .map((sentence): Change => ({
        kind: 'sentence-added',
        before: null,
        after: sideOf(after, [sentence]),
        edits: [],
      })),
  ]
}

interface Known {
  sentence: Sentence
  folds: string[]
}

const sentencesOf = (version: Version): Known[] =>
  version.ledger.sentences
    .map((sentence) => ({ sentence, folds: wordsIn(version, [sentence]).map(({ fold }) => fold) }))
    .filter(({ folds }) => folds.length > 0)

function pairChanges(
  before: Version,
  after: Version,
  { sentence: one }: Known,
  { sentence: other }: Known,
  told: readonly Change[],
): Change[] {
  const edits = hunks(wordsIn(before, [one]), wordsIn(after, [other]))
  if (edits.length === 0) return []
  const hedges = hedgeChanges(before, after, one, other)
  const open = edits.filter((edit) => !told.some((change) => covers(change, edit)))
  const numbers = numberChanges(before, after, open)
  const found = [...hedges, ...numbers]
  const rest = open.filter((edit) => !found.some((change) => covers(change, edit)))
  if (rest.length === 0) return found
  const sides = { before: sideOf(before, [one]), after: sideOf(after, [other]) }
  return [...found, { kind: 'sentence-changed', ...sides, edits: rest }]
}

/** Whether a change tells of the words of an edit; those of a hedge are its own words alone. */
function covers({ kind, before, after }: Change, edit: Edit): boolean {
  const inside = (side: Change['before'], span: Span) =>
    span.start < span.end && side?.span ? contains(side.span, span) : false
  if (kind === 'hedge-added') return inside(after, edit.after)
  if (kind === 'hedge-dropped') return inside(before, edit.before)
  if (kind === 'number') return overlapping(before, edit.before) && overlapping(after, edit.after)
  return inside(before, edit.before) || inside(after, edit.after)
}

const overlapping = (side: Change['before'], span: Span) =>
  side?.span ? overlaps(side.span, span) : false
