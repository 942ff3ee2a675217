import { foldedWords } from '@hearsay/engine'

/** What the index holds of a statement: words of what was said, of its sources' names, of its places, and its keys. */
export const COLUMNS = ['words', 'names', 'places', 'keys'] as const
export type Column = (typeof COLUMNS)[number]

/** The tokens of a statement, in order, with a space between. */
export type Tokens = Record<Column, string>

/** Stands between parts, so that no phrase runs from one into the next. Nobody can ask for it. */
export const GAP = '…'

/** More tokens than this are not looked at: PostgreSQL counts no further. */
const MOST = 16_000

/** The tokens of several parts. */
export function tokensOf(parts: readonly string[]): string {
  const tokens: string[] = []
  for (const [n, part] of parts.entries()) {
    if (n > 0) tokens.push(GAP)
    for (const word of foldedWords(part)) tokens.push(word)
    if (tokens.length >= MOST) break
  }
  return tokens.slice(0, MOST).join(' ')
}
