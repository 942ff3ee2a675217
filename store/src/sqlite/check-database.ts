import type { Problem } from '@hearsay/contract'
import type { Connection } from '../sql/database.js'
import { schemaOf, plannedSchema } from './planned-schema.js'

/** What SQLite itself finds wrong: pages, indexes, references; and a schema that is not ours. */
export async function* databaseProblems(connection: Connection): AsyncGenerator<Problem> {
  const where = 'hearsay.db'
  // A connection that looked before somebody else merged an index calls it malformed until it looks again.
  for (const index of ['statement_index', 'vocabulary_parts'])
    await connection
      .rows(`select rowid from ${index} where ${index} match '"aaa"' limit 1`)
      .catch(() => {})
  for (const { integrity_check: what } of await connection.rows<{ integrity_check: string }>(
    'pragma integrity_check',
  )) {
    if (what !== 'ok') yield { where, what }
  }
  for (const { table, rowid, parent } of await connection.rows<Record<string, string>>(
    'pragma foreign_key_check',
  )) {
    yield { where, what: `row ${rowid} of ${table} points to a row of ${parent} that is not there` }
  }
  yield* schemaProblems(connection)
}

async function* schemaProblems(connection: Connection): AsyncGenerator<Problem> {
  const planned = new Map(plannedSchema().map(({ name, sql }) => [name, sql]))
  for (const { name, sql } of await schemaOf(connection)) {
    if (planned.get(name) !== sql)
      yield { where: 'hearsay.db', what: `${name} is not built as it should be` }
    planned.delete(name)
  }
  for (const name of planned.keys()) yield { where: 'hearsay.db', what: `${name} is missing` }
}
