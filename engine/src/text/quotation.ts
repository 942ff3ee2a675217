import type { Span } from '../record/index.js'

/** Where a word stands to double quotation marks. The numbers are the model's. */
export const QUOTE = { outside: 0, inside: 1, opening: 2, closing: 3 } as const

const OPENERS = new Set(['“', '„', '«', '``'])
const CLOSERS = new Set(['”', '»'])
const STRAIGHT = new Set(['"', "''"])

/** `"` and `''` look the same on both sides. */
export const isStraightMark = (word: string) => STRAIGHT.has(word)

/**
 * The quotation state of every word. Every line starts outside, so that a stray mark spoils one line only.
 * A straight mark closes what is open and opens otherwise; between a space and a word it opens in any case.
 */
export function quotationStates(text: string, words: readonly Span[]): number[] {
  let inside = false
  let before = 0
  return words.map(({ start, end }) => {
    if (text.slice(before, start).includes('\n')) inside = false
    before = end
    const word = text.slice(start, end)
    const straight = isStraightMark(word)
    // "It held, she said. |"It was luck": the first was never closed.
    const anew = /\s/u.test(text[start - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[end] ?? '')
    const closes = CLOSERS.has(word) || (straight && inside && !anew)
    const opens = !closes && (OPENERS.has(word) || straight)
    if (closes) inside = false
    else if (opens) inside = true
    return closes ? QUOTE.closing : opens ? QUOTE.opening : inside ? QUOTE.inside : QUOTE.outside
  })
}
