import type { Home } from '../home.js'
import type { Backend } from '../sql/backend.js'
import { BlobFiles } from './blob-files.js'
import { databaseProblems } from './check-database.js'
import { FtsIndex } from './fts-index.js'
import { MIGRATIONS } from './schema.js'
import { SqliteDatabase } from './sqlite-database.js'

/** A store in one folder: a SQLite database, and the bytes beside it. */
export async function openSqlite(home: Home): Promise<Backend> {
  const database = await SqliteDatabase.open(home)
  const index = new FtsIndex(database)
  return {
    database,
    bytes: new BlobFiles(home),
    name: home.folder,
    readOnly: home.readOnly,
    migrations: MIGRATIONS,
    async version(connection) {
      const row = await connection.row<{ user_version: number }>('pragma user_version')
      return row?.user_version ?? 0
    },
    setVersion: (connection, version) => connection.script(`pragma user_version = ${version}`),
    index,
    scrub: () => database.writeAnew((connection) => index.rebuild(connection)),
    async emptyJournal(connection) {
      const name = 'journal_is_not_shortened'
      const { sql } = (await connection.row<{ sql: string }>(
        'select sql from sqlite_master where name = ?',
        name,
      ))!
      await connection.script(`drop trigger ${name}; delete from journal; ${sql}`)
    },
    continueIds: async () => {},
    problems: databaseProblems,
  }
}
