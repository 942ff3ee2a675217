import type { Problem } from '@hearsay/contract'
import type { Connection } from '../database.js'
import {
  KEPT,
  linkOf,
  nothingDue,
  printOf,
  replay,
  type Due,
  type JournalRecord,
  type KeptRow,
  type KeptTable,
} from '../write/journal.js'
import type { Checked } from './checked.js'

/** Whether the chain of the journal holds, and whether the tables are what it says. */
export async function* rowProblems({ connection }: Checked): AsyncGenerator<Problem> {
  const due = nothingDue(KEPT)
  yield* chainProblems(connection, due)
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

async function* chainProblems(
  connection: Connection,
  due: Due<KeptTable>,
): AsyncGenerator<Problem> {
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
      else replay(due, record)
      previous = hash
      expected = sequence + 1
    }
    if (records.length < PAGE) return
  }
}
