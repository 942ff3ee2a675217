import type { Span } from '../record/index.js'
import { lineStarts } from './lines.js'
import { quotationStates } from './quotation.js'
import { findSentences } from './sentences.js'
import { findWords } from './words.js'

/** A text cut up: everything after this speaks of words by their index. */
export interface Tokens {
  readonly text: string
  readonly words: readonly Span[]
  /** Per word, see `QUOTE`. */
  readonly quotes: readonly number[]
  /** Per word, see `LINE`. */
  readonly lines: readonly number[]
  readonly sentences: readonly Span[]
  /** Per word: the index of its sentence. */
  readonly sentenceOf: readonly number[]
}

export function tokenize(text: string, abbreviations: ReadonlySet<string>): Tokens {
  const words = findWords(text)
  const sentences = findSentences(text, words, abbreviations)
  let s = 0
  const sentenceOf = words.map((word) => {
    while (s + 1 < sentences.length && word.start >= (sentences[s + 1]?.start ?? Infinity)) s++
    return s
  })
  return {
    text,
    words,
    quotes: quotationStates(text, words),
    lines: lineStarts(text, words),
    sentences,
    sentenceOf,
  }
}

/** Words of the longest name or remark: what would go on for ever is cut. */
export const LONGEST_NAME = 100

/** Half-open range of word indices. */
export type WordRange = readonly [first: number, end: number]

/** The characters from the first to the last word of `range`. */
export function spanOf(tokens: Tokens, [first, end]: WordRange): Span {
  const from = tokens.words[first]
  const to = tokens.words[end - 1]
  if (!from || !to || end <= first)
    throw new RangeError(`Word range ${first}–${end} lies outside the ${tokens.words.length} words`)
  return { start: from.start, end: to.end }
}

export function wordAt(tokens: Tokens, index: number): string {
  const word = tokens.words[index]
  return word ? tokens.text.slice(word.start, word.end) : ''
}

/** Every word in lower case, typographic apostrophes made plain, to look it up. */
export function lowerWords({ text, words }: Tokens): string[] {
  return words.map(({ start, end }) => text.slice(start, end).toLowerCase().replace('’', "'"))
}

/** The article's words of `range`, white space as single blanks. */
export function textOf(tokens: Tokens, range: WordRange): string {
  const { start, end } = spanOf(tokens, range)
  return tokens.text.slice(start, end).replace(/\s+/gu, ' ')
}
