import type { Problem } from '@hearsay/contract'
import type { Connection } from '../database.js'
import type { Expression } from './expression.js'
import type { TokensRow } from '../rows/index-rows.js'

/** How a database asks its index of statements. */
export interface Matching {
  /** The table or tables to ask. */
  table: string
  /** The column with the statement's row id. */
  id: string
  condition: string
  value: string
}

/** The index of statements: what FTS5 and PostgreSQL's text search do each in its own way. */
export interface WordIndex {
  put(connection: Connection, rows: readonly TokensRow[]): Promise<void>
  /** Takes out what it holds of ids from `first` to `last`. */
  remove(connection: Connection, first: number, last: number): Promise<void>
  matching(expression: Expression): Matching
  /** The known words that answer a pattern of LIKE, as many as `most`. */
  wordsLike(connection: Connection, pattern: string, most: number): Promise<string[]>
  /** Whether it holds these rows, and no others between `first` and `last`. */
  holds(
    connection: Connection,
    rows: readonly TokensRow[],
    first: number,
    last: number,
  ): Promise<boolean>
  /** Whether it is as the database's own rules want it. */
  problems(): AsyncGenerator<Problem>
}
