import type { Backend } from '../sql/backend.js'
import { Contents } from './contents.js'
import { schemaProblems } from './check-schema.js'
import type { PatienceOptions } from './patience.js'
import { plainName } from './plain-name.js'
import { PostgresDatabase } from './postgres-database.js'
import { MIGRATIONS } from './schema.js'
import { TsvectorIndex } from './tsvector-index.js'

/** The tables that hold what an article says, and what the server notes of their columns. */
const WORDY = [
  ...['statements', 'review', 'statement_tokens', 'statement_numbers', 'vocabulary', 'entries'],
  ...['article_actors', 'actor_keys', 'unsettled', 'identities', 'corrections', 'ledgers'],
  ...['captures', 'articles', 'contents', 'blobs', 'searches', 'polls', 'pg_catalog.pg_statistic'],
]

/** A store in a database of a PostgreSQL server, the bytes included. */
export async function openPostgres(url: string, options: PatienceOptions = {}): Promise<Backend> {
  const name = plainName(url)
  const database = new PostgresDatabase(url, name, options)
  return {
    database,
    bytes: new Contents(name),
    name,
    readOnly: false,
    migrations: MIGRATIONS,
    async version(connection) {
      const made = await connection.row<{ made: string | null }>(
        "select to_regclass('hearsay')::text as made",
      )
      if (!made?.made) return 0
      return (await connection.row<{ version: number }>('select version from hearsay'))!.version
    },
    setVersion: (connection, version) => connection.run('update hearsay set version = ?', version),
    index: new TsvectorIndex(),
    scrub: () => database.writeAnew(WORDY),
    emptyJournal: (connection) =>
      connection.script(`alter table journal disable trigger user;
        delete from journal; set constraints all immediate; alter table journal enable trigger user`),
    async continueIds(connection) {
      for (const table of ['articles', 'captures', 'ledgers'])
        await connection.rows(
          `select setval(pg_get_serial_sequence('${table}', 'id'), greatest(max(id), 1), max(id) is not null)
           from ${table}`,
        )
    },
    problems: () => schemaProblems(database),
  }
}
