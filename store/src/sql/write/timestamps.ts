import { HearsayError } from '@hearsay/engine'
import type { Head, Problem } from '@hearsay/contract'
import type { TimestampAnswer, TimestampEntry } from '../../store.js'
import { tokenIn } from '../../timestamp/answer.js'
import { checkToken } from '../../timestamp/check-token.js'
import type { Checked } from '../verify/checked.js'
import type { Connection } from '../database.js'
import { append, linkedText, nextSequence, type JournalRecord, type Prints } from './journal.js'
import { keep } from './rows.js'

interface Row {
  id: number
  sequence: number
  head: string
  at: string
  authority: string
  token: string
}

/** The last record of the journal. */
export async function head(connection: Connection): Promise<Head> {
  const last = await connection.row<JournalRecord>(
    'select * from journal order by sequence desc limit 1',
  )
  return headOf(last!)
}

/** Where a head stands in the journal; null when it does not. */
export async function findHead(
  connection: Connection,
  hash: string,
  records?: number,
): Promise<Head | null> {
  const record = await recordOf(connection, hash.toLowerCase())
  return record && (records ?? record.sequence) === record.sequence ? headOf(record) : null
}

/** Keeps what an authority answered about a head that was sent to it, once all of it is checked. */
export async function keepTimestamp(
  connection: Connection,
  at: string,
  { head: { hash, records }, authority, answer, nonce }: TimestampAnswer,
): Promise<TimestampEntry> {
  const record = await recordOf(connection, hash)
  if (record?.sequence !== records)
    throw new HearsayError('head-unknown', `The journal has no record ${records}:${hash}.`)
  const token = await tokenIn(answer, hash, nonce)
  await checkToken(token, linkedText(record))
  const id = await nextSequence(connection)
  const text = Buffer.from(token).toString('base64')
  const kept: Prints = {}
  const row = { id, sequence: records, head: hash, at, authority, token: text }
  await keep(connection, kept, 'timestamps', row)
  await append(connection, at, 'timestamp', { kept })
  return entryOf(connection, row)
}

/** All of them, in the order in which they came, checked. */
export async function timestamps(connection: Connection): Promise<TimestampEntry[]> {
  const rows = await connection.rows<Row>('select * from timestamps order by id')
  const entries: TimestampEntry[] = []
  for (const row of rows) entries.push(await entryOf(connection, row))
  return entries
}

export async function* timestampProblems({ connection }: Checked): AsyncGenerator<Problem> {
  for (const { records, authority, problem } of await timestamps(connection))
    if (problem !== null)
      yield { where: `timestamp of record ${records} by ${authority}`, what: problem }
}

async function entryOf(connection: Connection, row: Row): Promise<TimestampEntry> {
  const { sequence: records, head: hash, at, authority, token } = row
  const told = { head: hash, records, at, authority, token }
  const record = await recordOf(connection, hash)
  if (record?.sequence !== records)
    return { ...told, says: null, problem: 'is of a record that the journal does not have' }
  try {
    const says = await checkToken(Buffer.from(token, 'base64'), linkedText(record))
    return { ...told, says, problem: null }
  } catch (error) {
    return { ...told, says: null, problem: (error as Error).message }
  }
}

async function recordOf(connection: Connection, hash: string): Promise<JournalRecord | null> {
  const row = await connection.row<JournalRecord>('select * from journal where hash = ?', hash)
  return row ?? null
}

function headOf({ hash, sequence, at }: JournalRecord): Head {
  return { hash, records: sequence, at }
}
