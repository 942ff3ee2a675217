import type { Counts } from '@hearsay/contract'
import type { Connection } from '../database.js'

/** What is counted, and in which table. */
export const COUNTED: readonly [noun: keyof Counts, table: string][] = [
  ['articles', 'articles'],
  ['captures', 'captures'],
  ['blobs', 'blobs'],
  ['ledgers', 'ledgers'],
  ['statements', 'statements'],
  ['records', 'journal'],
]

/** How many of each are kept now. */
export async function counts(connection: Connection): Promise<Counts> {
  const counted = {} as Counts
  for (const [noun, table] of COUNTED) counted[noun] = await countRows(connection, table)
  return counted
}

/** How many rows a table has. */
export async function countRows(connection: Connection, table: string): Promise<number> {
  const row = await connection.row<{ rows: number }>(`select count(*) as rows from ${table}`)
  return row?.rows ?? 0
}
