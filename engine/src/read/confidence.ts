import type { Clue } from '../coreference/index.js'
import { SURE_FROM } from '../lexicon/index.js'
import type { ReaderModel } from '../model/index.js'
import { DOUBTED_PARTS, type DoubtedPart } from '../record/index.js'
import type { Draft, LineClues, Rating } from './types.js'

/**
 * The model's own probabilities of cue, source and content, multiplied: too high, but enough to leave out what is none. Who
 * declines to comment need not say on what; any other statement without content is half as likely.
 */
export const rawScore = ({
  scores,
  content,
  act,
}: Pick<Draft, 'scores' | 'content' | 'act'>): number =>
  scores.cue * scores.source * (content.length ? scores.content : act === 'decline' ? 1 : 0.5)

/**
 * Probability that the whole line is right: that its words are, times that its actor is if they are, times that its act is
 * if both are, each by learned weights of clues. The weak part is the likeliest to be wrong.
 */
export function rateLine(
  clues: LineClues,
  weights: NonNullable<ReaderModel['confidence']>,
): Rating {
  const right = DOUBTED_PARTS.map((part) =>
    clues[part].length ? likely(clues[part], weights[part]) : 1,
  )
  const confidence = toPercent(right.reduce((product, p) => product * p, 1))
  const weakest = DOUBTED_PARTS[right.indexOf(Math.min(...right))] as DoubtedPart
  return { confidence, doubts: confidence >= SURE_FROM ? [] : [weakest] }
}

/** As exact as a ledger tells it. */
export const toPercent = (p: number) => Math.round(p * 100) / 100

/** Logistic regression. */
function likely(clues: readonly Clue[], weights: Readonly<Record<string, number>>): number {
  const score = clues.reduce((sum, [name, value]) => sum + value * (weights[name] ?? 0), 0)
  return 1 / (1 + Math.exp(-score))
}
