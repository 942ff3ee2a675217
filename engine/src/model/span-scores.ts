import type { WordRange } from '../text/index.js'
import { MENTION_TYPES } from './labels.js'

/** What the model says of the words of one window as the ends of mentions; row-major, one row a word. */
export interface EndScores {
  /** `width + 1` a word: the vector as the first word of a mention, and what it adds by itself. */
  readonly opens: Float32Array
  /** Likewise as the last word. */
  readonly closes: Float32Array
  /** Logits of MENTION_TYPES as the first word, then as the last one. */
  readonly types: Float32Array
  /** `width + 1`, as first and then as last word: the vector that asks who was meant before, and the score of nobody. */
  readonly asks: Float32Array
  /** `width`, as first and then as last word: the vector that answers. */
  readonly answers: Float32Array
  readonly width: number
  /** Per further word of a mention, what its length adds; how many there are is the longest mention. */
  readonly lengths: readonly number[]
}

/** What the model says of one span of words. */
export interface SpanScores {
  readonly range: WordRange
  /** Logit of being a mention of a person or body. */
  readonly score: number
  readonly types: Float32Array
  readonly ask: Float32Array
  readonly answer: Float32Array
}

/** Spans within words `[from, to)` of the window whose score is above `least`, by their first word. */
export function findSpans(ends: EndScores, from: number, to: number, least: number): SpanScores[] {
  const found: SpanScores[] = []
  for (let first = from; first < to; first++) {
    const end = Math.min(to, first + ends.lengths.length)
    for (let last = first; last < end; last++) {
      const score = scoreOf(ends, first, last)
      if (score > least)
        found.push(spanOfRows(endRow(ends, first), endRow(ends, last), [first, last + 1], score))
    }
  }
  return found
}

/** What the model says of one word as the first and as the last of a mention; copied, so that its window may be let go. */
export interface EndRow {
  readonly types: Float32Array
  readonly asks: Float32Array
  readonly answers: Float32Array
}

export function endRow({ types, asks, answers, width }: EndScores, word: number): EndRow {
  const row = (rows: Float32Array, size: number) =>
    rows.slice(word * 2 * size, (word + 1) * 2 * size)
  return {
    types: row(types, MENTION_TYPES.length),
    asks: row(asks, width + 1),
    answers: row(answers, width),
  }
}

/** The span from the word of one row to the word of another. */
export function spanOfRows(
  first: EndRow,
  last: EndRow,
  range: WordRange,
  score: number,
): SpanScores {
  const sum = (a: Float32Array, b: Float32Array) => {
    const size = a.length / 2
    return Float32Array.from({ length: size }, (_, k) => (a[k] ?? 0) + (b[size + k] ?? 0))
  }
  return {
    range,
    score,
    types: sum(first.types, last.types),
    ask: sum(first.asks, last.asks),
    answer: sum(first.answers, last.answers),
  }
}

function scoreOf({ opens, closes, width, lengths }: EndScores, first: number, last: number) {
  const [a, b] = [first * (width + 1), last * (width + 1)]
  const length = lengths[Math.min(last - first, lengths.length - 1)] ?? 0
  return (
    dot(opens, a, closes, b, width) + (opens[a + width] ?? 0) + (closes[b + width] ?? 0) + length
  )
}

/** How well `answer` is who `ask` looks for. */
export function linkScore(ask: Float32Array, answer: Float32Array): number {
  return dot(ask, 0, answer, 0, answer.length)
}

/** The score of there being nobody before. */
export const nobodyScore = (ask: Float32Array): number => ask.at(-1) ?? 0

function dot(a: Float32Array, from: number, b: Float32Array, to: number, width: number): number {
  let sum = 0
  for (let k = 0; k < width; k++) sum += (a[from + k] ?? 0) * (b[to + k] ?? 0)
  return sum
}
