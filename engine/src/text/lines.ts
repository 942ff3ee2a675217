import type { Span } from '../record/index.js'

/** The model's numbers: a word that starts a paragraph (after an empty line or the text's start), a line, or neither. */
export const LINE = { within: 0, line: 1, paragraph: 2 } as const

export function lineStarts(text: string, words: readonly Span[]): number[] {
  return words.map(({ start }, i) => {
    const previous = words[i - 1]
    if (!previous) return LINE.paragraph
    const breaks = text.slice(previous.end, start).split('\n').length - 1
    return breaks > 1 ? LINE.paragraph : breaks === 1 ? LINE.line : LINE.within
  })
}

/** Per word, how many lines and paragraphs began before it. */
export function lineNumbers({ lines }: { readonly lines: readonly number[] }): Int32Array {
  const out = new Int32Array(lines.length)
  for (let k = 1; k < lines.length; k++)
    out[k] = (out[k - 1] ?? 0) + (lines[k] === LINE.within ? 0 : 1)
  return out
}
