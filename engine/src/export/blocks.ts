import type { Span } from '../record/index.js'

/** A paragraph or a heading of the article. */
export interface Block extends Span {
  heading: boolean
}

/**
 * The article's paragraphs: apart by blank lines where it has any, else one a line. A short line without a full
 * stop is a heading.
 */
export function blocks(text: string): Block[] {
  const separator = /\S[^\S\n]*\n[^\S\n]*\n\s*\S/.test(text) ? /\n[^\S\n]*\n\s*/g : /\n\s*/g
  const found: Block[] = []
  let start = 0
  function take(end: number): void {
    const words = text.slice(start, end)
    if (words.trim() !== '')
      found.push({ start, end, heading: isHeading(words.trim(), found.length === 0) })
  }
  for (const gap of text.matchAll(separator)) {
    take(gap.index)
    start = gap.index + gap[0].length
  }
  take(text.length)
  return found
}

/** A title may be long; a line further down of the same length is more likely a sentence that lost its end. */
function isHeading(words: string, first: boolean): boolean {
  return words.length < (first ? 160 : 80) && !/[.!?:;,…][’'”")\]]*$/.test(words)
}

/** Index of the block, or other stretch in text order, that holds `offset`, or of the last one before it. */
export function blockAt(list: readonly Span[], offset: number): number {
  let low = 0
  let high = list.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((list[middle]?.start ?? Infinity) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
