import type { Problem } from '@hearsay/contract'
import type { Connection } from '../database.js'
import {
  KEPT,
  linkOf,
  printOf,
  type JournalRecord,
  type KeptRow,
  type KeptTable,
  type Payload,
} from '../write/journal.js'
import type { Checked } from './checked.js'

/** Prints of the rows that should be there, each with the sequence of the record that says so. */
type Due = Record<KeptTable, Map<string, number>>

/** Whether the chain of the journal holds, and whether the tables are what it says. */
export async function* rowProblems({ connection }: Checked): AsyncGenerator<Problem> {
  const due = Object.fromEntries(KEPT.map((table) => [table, new Map()])) as Due
  yield* replay(connection, due)
  for (const table of KEPT) {
    for (const row of await connection.rows<KeptRow>(`select * from ${table}`)) {
      if (due[table].delete(printOf(row))) continue
      const name = row.id ?? row.hash
      yield { where: `${table}, row ${name}`, what: 'is not as the journal says it was kept' }
    }
    for (const sequence of due[table].values()) {
      yield { where: table, what: `a row that record ${sequence} kept is missing or changed` }
    }
  }
}

const PAGE = 1000

async function* replay(connection: Connection, due: Due): AsyncGenerator<Problem> {
  let previous = ''
  let expected = 1
  for (;;) {
    const records = await connection.rows<JournalRecord>(
      'select * from journal where sequence >= ? order by sequence limit ?',
      expected,
      PAGE,
    )
    for (const record of records) {
      const { sequence, hash } = record
      const where = `journal, record ${sequence}`
      if (sequence !== expected) yield { where, what: `follows on record ${expected - 1}` }
      if (record.previous !== previous) yield { where, what: 'does not name the record before it' }
      if (linkOf(record) !== hash) yield { where, what: 'is not what its hash says' }
      else apply(JSON.parse(record.payload) as Payload, sequence, due)
      previous = hash
      expected = sequence + 1
    }
    if (records.length < PAGE) return
  }
}

function apply({ kept, dropped }: Payload, sequence: number, due: Due): void {
  for (const table of KEPT) {
    for (const print of dropped?.[table] ?? []) due[table].delete(print)
    for (const print of kept?.[table] ?? []) due[table].set(print, sequence)
  }
}
