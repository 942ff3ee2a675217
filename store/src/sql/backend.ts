import type { Lingering, Problem } from '@hearsay/contract'
import type { Bytes } from './write/bytes.js'
import type { Connection, Database } from './database.js'
import type { WordIndex } from './search/word-index.js'

/** One step of the schema. Steps that were released are never edited: a change is a new step. */
export interface Migration {
  sql: string
  /** Whether the tables of what is found must be filled anew. */
  reindex?: true
  /** Whether the tables of stories must be. */
  restory?: true
}

/** What SQLite and PostgreSQL do each in its own way. Everything else in this folder runs on both. */
export interface Backend {
  database: Database
  bytes: Bytes
  /** What a person calls it, without a password. */
  name: string
  /** Whether what is kept can only be looked at. */
  readOnly: boolean
  migrations: readonly Migration[]
  /** How many steps of the schema were taken; 0 of a database without one. */
  version(connection: Connection): Promise<number>
  setVersion(connection: Connection, version: number): Promise<void>
  index: WordIndex
  /** After something was forgotten: writes anew what it lay between, so that nothing of it stays. Null when that is done. */
  scrub(): Promise<Lingering | null>
  /** Empties the journal of a store that holds nothing yet, which is otherwise append-only. */
  emptyJournal(connection: Connection): Promise<void>
  /** After rows came with ids of their own: the next one is higher. */
  continueIds(connection: Connection): Promise<void>
  /** What the database itself finds wrong, and a schema that is not ours. */
  problems(connection: Connection): AsyncGenerator<Problem>
}
