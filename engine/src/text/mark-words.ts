import type { Span } from '../record/index.js'
import { askedWords, type AskedWord } from './asked-words.js'
import { foldedTokens, type FoldedToken } from './folding.js'

/**
 * Where words that a search asks for stand in a text, as the search compares them: whole words, in text order, those that
 * touch the same words as one.
 */
export function markWords(text: string, asked: string): Span[] {
  const all = askedWords(asked)
  if (all.length === 0) return []
  const tokens = foldedTokens(text)
  const found = tokens.flatMap((_, at) => all.flatMap((one) => spanAt(tokens, at, one) ?? []))
  const marked: Span[] = []
  for (const span of found) {
    const last = marked.at(-1)
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end)
    else marked.push(span)
  }
  return marked
}

/** The words from `at` on that answer; null where they do not. */
function spanAt(tokens: readonly FoldedToken[], at: number, asked: AskedWord): Span | null {
  const first = tokens[at]!
  if (asked.kind === 'part') {
    const ends = !asked.pattern.endsWith('%')
    const found = ends ? first.word.endsWith(asked.word) : first.word.includes(asked.word)
    return found ? { start: first.start, end: first.end } : null
  }
  const last = asked.tokens.length - 1
  const answers = asked.tokens.every((token, n) => {
    const word = tokens[at + n]?.word
    return n === last && asked.kind === 'prefix' ? word?.startsWith(token) : word === token
  })
  return answers ? { start: first.start, end: tokens[at + last]!.end } : null
}
