import type { Connection } from '../database.js'
import { token } from './expression.js'
import { insertRows } from '../write/insert-rows.js'
import { GAP } from './tokens.js'
import type { WordIndex } from './word-index.js'

/** The different words of what was said, so that parts of words are found. */
export function wordsOf(rows: readonly { words: string }[]): string[] {
  const words = new Set(rows.flatMap(({ words }) => words.split(' ')))
  words.delete(GAP)
  words.delete('')
  return [...words]
}

/** Adds the words that are not known yet. */
export function learnWords(connection: Connection, words: readonly string[]): Promise<void> {
  const rows = words.map((word) => ({ word }))
  return insertRows(connection, 'vocabulary', rows, 'on conflict do nothing')
}

/** Forgets those of the words that no statement has any more. */
export async function unlearnWords(
  connection: Connection,
  index: WordIndex,
  words: readonly string[],
): Promise<void> {
  for (const word of words) {
    const { table, condition, value } = index.matching(token('words', word))
    const used = await connection.row(`select 1 from ${table} where ${condition} limit 1`, value)
    if (!used) await connection.run('delete from vocabulary where word = ?', word)
  }
}
