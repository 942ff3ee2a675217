import { loadOutlets } from '../lexicon/index.js'

const outlets = loadOutlets()
// Words of at most 40 characters: a name is short, and what goes on and on is no name.
const NAME = "\\p{L}[\\p{L}\\p{N}.’'&/-]{0,40}(?: [\\p{L}\\p{N}.’'&/-]{1,40}){0,4}"
const CREDITS = [
  // TAMRAN (Reuters) - The crew …
  new RegExp(`\\((${NAME})\\)`, 'gu'),
  // … and went home. — AP; a hyphen within a word begins no credit
  new RegExp(`(?:[—–]|(?<!\\S)-)\\s{0,9}(${NAME})\\.?[^\\S\\n]{0,9}$`, 'gmu'),
  // Source: Tavin News Agency
  new RegExp(`^(?:${outlets.credits.join('|')}):? (${NAME})\\.?[^\\S\\n]{0,9}$`, 'gimu'),
  // AFP
  new RegExp(`^(${NAME})$`, 'gmu'),
]

/** The news agencies that a text credits, as it writes them, each once. */
export function creditedIn(text: string): string[] {
  const names = CREDITS.flatMap((credit) => Array.from(text.matchAll(credit), (m) => m[1] ?? ''))
  return [...new Set(names.flatMap((name) => name.split(/ and |\//u)).filter(outlets.isAgency))]
}
