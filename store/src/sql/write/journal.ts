import { sha256 } from '../../hash.js'
import type { Connection, Value } from '../database.js'

/** The tables whose every row the journal answers for. */
export const KEPT = [
  'blobs',
  'articles',
  'captures',
  'ledgers',
  'corrections',
  'timestamps',
  'tombstones',
] as const
export type KeptTable = (typeof KEPT)[number]

/** Those whose rows go with their article. */
export const OWN = ['articles', 'captures', 'ledgers', 'corrections'] as const

export type KeptRow = Record<string, Value>

/** The prints of rows, by their table. */
export type Prints = Partial<Record<KeptTable, string[]>>

/** What one record says. It names rows by their prints alone, so that what is forgotten is in no record. */
export interface Payload {
  /** Rows that came. */
  kept?: Prints
  /** Rows that went. */
  dropped?: Prints
  /** The schema's version from here on. */
  version?: number
  /** SHA-256 of the article's text. */
  article?: string
}

export interface JournalRecord {
  sequence: number
  /** ISO date-time. */
  at: string
  kind: string
  payload: string
  /** Hash of the record before; of the first, empty. */
  previous: string
  hash: string
}

/** Columns that a later step of the schema added: rows without a value there have the print they always had. */
const LATER = new Set(['container', 'added', 'made'])

/** SHA-256 over all values of a row, in the order of its columns. */
export function printOf(row: KeptRow): string {
  const values = Object.entries(row).filter(([name, value]) => value !== null || !LATER.has(name))
  return sha256(JSON.stringify(values.map(([, value]) => value)))
}

/** The hash that a record should have. */
export function linkOf(record: JournalRecord): string {
  return sha256(linkedText(record))
}

/** What that is the SHA-256 of, as UTF-8. */
export function linkedText(record: JournalRecord): Uint8Array {
  const { sequence, at, kind, payload, previous } = record
  return Buffer.from(JSON.stringify([sequence, at, kind, payload, previous]))
}

/** Prints of the rows that should be in these tables, each with the sequence of the record that says so. */
export type Due<Table extends KeptTable> = Record<Table, Map<string, number>>

export function nothingDue<Table extends KeptTable>(tables: readonly Table[]): Due<Table> {
  return Object.fromEntries(tables.map((table) => [table, new Map()])) as Due<Table>
}

/** Makes of what was due before a record what is due after it. */
export function replay<Table extends KeptTable>(
  due: Due<Table>,
  { sequence, payload }: JournalRecord,
): void {
  const { kept, dropped } = JSON.parse(payload) as Payload
  for (const table of Object.keys(due) as Table[]) {
    for (const print of dropped?.[table] ?? []) due[table].delete(print)
    for (const print of kept?.[table] ?? []) due[table].set(print, sequence)
  }
}

/** The prints of the rows that an article should have, by the records that name it. */
export async function printsOf(
  connection: Connection,
  article: string,
): Promise<Due<(typeof OWN)[number]>> {
  const due = nothingDue(OWN)
  const records = await connection.rows<JournalRecord>(
    'select * from journal where payload like ? order by sequence',
    `%"article":"${article}"%`,
  )
  for (const record of records) if (linkOf(record) === record.hash) replay(due, record)
  return due
}

/** The sequence that the next record gets, while the caller holds the write lock. */
export async function nextSequence(connection: Connection): Promise<number> {
  const last = await connection.row<{ last: number | null }>(
    'select max(sequence) as last from journal',
  )
  return (last?.last ?? 0) + 1
}

/** Adds a record at the end of the chain, within the caller's transaction; answers with its sequence. */
export async function append(
  connection: Connection,
  at: string,
  kind: string,
  payload: Payload,
): Promise<number> {
  const last = await connection.row<JournalRecord>(
    'select * from journal order by sequence desc limit 1',
  )
  const sequence = (last?.sequence ?? 0) + 1
  const record: JournalRecord = {
    sequence,
    at,
    kind,
    payload: JSON.stringify(payload),
    previous: last?.hash ?? '',
    hash: '',
  }
  await connection.run(
    'insert into journal values (?, ?, ?, ?, ?, ?)',
    record.sequence,
    record.at,
    record.kind,
    record.payload,
    record.previous,
    linkOf(record),
  )
  return sequence
}
