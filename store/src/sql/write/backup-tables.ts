import { createHash } from 'node:crypto'
import type { Connection, Value } from '../database.js'

/** What a backup carries, in an order that keeps references; all else in a store follows from it. `key` orders the rows. */
export const CARRIED = [
  { table: 'journal', key: 'sequence' },
  { table: 'blobs', key: 'hash' },
  { table: 'articles', key: 'id' },
  { table: 'captures', key: 'id' },
  { table: 'ledgers', key: 'id' },
  { table: 'corrections', key: 'id' },
  { table: 'timestamps', key: 'id' },
  { table: 'tombstones', key: 'hash' },
  { table: 'searches', key: 'name' },
  { table: 'polls', key: 'address' },
] as const

export type CarriedRow = Record<string, Value>

const PAGE = 200

/** The rows of a table as lines of JSON, some at a time. */
export async function* linesOf(
  connection: Connection,
  { table, key }: (typeof CARRIED)[number],
): AsyncGenerator<string> {
  for (let last: Value | undefined; ;) {
    const rows = await connection.rows<CarriedRow>(
      `select * from ${table} ${last === undefined ? '' : `where ${key} > ?`} order by ${key} limit ?`,
      ...(last === undefined ? [] : [last]),
      PAGE,
    )
    if (rows.length > 0) yield rows.map((row) => `${JSON.stringify(row)}\n`).join('')
    if (rows.length < PAGE) return
    last = rows.at(-1)![key]
  }
}

/** How many rows and bytes of lines a table has, and their SHA-256. */
export async function measure(
  connection: Connection,
  carried: (typeof CARRIED)[number],
): Promise<TableEntry> {
  const hash = createHash('sha256')
  const entry = { table: carried.table, rows: 0, size: 0 }
  for await (const lines of linesOf(connection, carried)) {
    const bytes = Buffer.from(lines)
    hash.update(bytes)
    entry.size += bytes.length
    entry.rows += lines.split('\n').length - 1
  }
  return { ...entry, sha256: hash.digest('hex') }
}

export interface TableEntry {
  table: string
  rows: number
  /** In bytes. */
  size: number
  sha256: string
}

/** The first entry of a backup: what is in the others. */
export interface Manifest {
  format: number
  /** ISO date-time. */
  made: string
  tables: TableEntry[]
}

/** A later format is not understood by an earlier hearsay. */
export const FORMAT = 1
