import type { Connection, Database } from '../sql/database.js'
import type { Expression } from '../sql/search/expression.js'
import type { TokensRow } from '../sql/rows/index-rows.js'
import { insertRows } from '../sql/write/insert-rows.js'
import type { Matching, WordIndex } from '../sql/search/word-index.js'
import type { Problem } from '@hearsay/contract'

const INDEXES = ['statement_index', 'vocabulary_parts'] as const

/** FTS5 over the tokens of the statements, which triggers keep in step. */
export class FtsIndex implements WordIndex {
  constructor(private readonly database: Database) {}

  put(connection: Connection, rows: readonly TokensRow[]): Promise<void> {
    return insertRows(connection, 'statement_tokens', rows)
  }

  remove(connection: Connection, first: number, last: number): Promise<void> {
    return connection.run('delete from statement_tokens where id between ? and ?', first, last)
  }

  matching(expression: Expression): Matching {
    return {
      table: 'statement_index',
      id: 'rowid',
      condition: 'statement_index match ?',
      value: matchOf(expression),
    }
  }

  async wordsLike(connection: Connection, pattern: string, most: number): Promise<string[]> {
    const rows = await connection.rows<{ word: string }>(
      'select word from vocabulary_parts where word like ? limit ?',
      pattern,
      most,
    )
    return rows.map(({ word }) => word)
  }

  async holds(
    connection: Connection,
    rows: readonly TokensRow[],
    first: number,
    last: number,
  ): Promise<boolean> {
    const here = await connection.rows<TokensRow>(
      `select id, words, names, places, keys from statement_tokens
       where id between ? and ? order by id desc`,
      first,
      last,
    )
    return JSON.stringify(here) === JSON.stringify(rows)
  }

  /**
   * Makes it anew from what is kept. FTS5 only marks what is deleted, `optimize` leaves such marks and their words when it has
   * run before, and FTS5's own secure-delete leaves the index malformed (SQLite 3.45).
   */
  async rebuild(connection: Connection): Promise<void> {
    for (const name of INDEXES)
      await connection.run(`insert into ${name} (${name}) values ('rebuild')`)
  }

  async *problems(): AsyncGenerator<Problem> {
    for (const name of INDEXES) {
      try {
        await this.database.derive((connection) =>
          connection.run(`insert into ${name} (${name}, rank) values ('integrity-check', 1)`),
        )
      } catch (error) {
        yield { where: 'index of words', what: (error as Error).message }
      }
    }
  }
}

/** As FTS5 reads it: `(words : "the dam" AND (keys : "adeny" OR keys : "adoubt"))`. */
function matchOf(expression: Expression): string {
  if ('all' in expression) return `(${expression.all.map(matchOf).join(' AND ')})`
  // Nothing can be asked of an empty choice: an empty phrase is found nowhere.
  if ('any' in expression) return `(${expression.any.map(matchOf).join(' OR ') || '""'})`
  const { column, tokens, prefix } = expression
  return `${column} : "${tokens.join(' ').replaceAll('"', '""')}"${prefix ? ' *' : ''}`
}
