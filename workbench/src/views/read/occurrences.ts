import type { Span } from '@hearsay/engine/view'

const LETTER = '[\\p{L}\\p{N}]'

/** The rest of a word before or behind its part that was asked for; no word is longer. */
const REST = `${LETTER}{0,60}`

/**
 * Where searched words stand in a text: every word of `asked`, or what it has in quotes together; `flood*` by its
 * beginning. Letters count alike in upper and lower case.
 */
export function occurrences(text: string, asked: string): Span[] {
  const phrases = asked.match(/"[^"]+"|[^\s"]+/g) ?? []
  const patterns = phrases.map((phrase) => {
    const words = phrase.replaceAll('"', '').trim()
    const core = words.replace(/^\*|\*$/g, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    const before = words.startsWith('*') ? REST : `(?<!${LETTER})`
    const after = words.endsWith('*') ? REST : `(?!${LETTER})`
    return core && `${before}${core}${after}`
  })
  const pattern = patterns.filter(Boolean).join('|')
  if (pattern === '') return []
  return [...text.matchAll(new RegExp(pattern, 'giu'))].map(({ index, 0: found }) => {
    return { start: index, end: index + found.length }
  })
}
