import type { Connection } from '../sql/database.js'
import type { Expression } from '../sql/search/expression.js'
import type { TokensRow } from '../sql/rows/index-rows.js'
import { insertRows } from '../sql/write/insert-rows.js'
import { COLUMNS, type Column, type Tokens } from '../sql/search/tokens.js'
import type { Matching, WordIndex } from '../sql/search/word-index.js'
import type { Problem } from '@hearsay/contract'

/** A lexeme is a token after the letter of its column: `wdam` was said, `nruiz` said it. */
const LETTERS: Record<Column, string> = { words: 'w', names: 'n', places: 'l', keys: 'k' }

/** A tsvector of each statement, written lexeme by lexeme, so that no locale has a say in what is found. */
export class TsvectorIndex implements WordIndex {
  put(connection: Connection, rows: readonly TokensRow[]): Promise<void> {
    const kept = rows.map((row) => ({ id: row.id, words: row.words, tokens: vectorOf(row) }))
    return insertRows(connection, 'statement_tokens', kept)
  }

  remove(connection: Connection, first: number, last: number): Promise<void> {
    return connection.run('delete from statement_tokens where id between ? and ?', first, last)
  }

  matching(expression: Expression): Matching {
    return {
      table: 'statement_tokens',
      id: 'id',
      condition: 'tokens @@ ?::tsquery',
      value: queryOf(expression),
    }
  }

  /** All words are looked at: the extension that would index parts of words is not everywhere. */
  async wordsLike(connection: Connection, pattern: string, most: number): Promise<string[]> {
    const rows = await connection.rows<{ word: string }>(
      'select word from vocabulary where word like ? limit ?',
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
    const [here] = await connection.rows<{ count: number }>(
      'select count(*) as count from statement_tokens where id between ? and ?',
      first,
      last,
    )
    if (here?.count !== rows.length) return false
    for (const row of rows) {
      const found = await connection.row(
        'select 1 from statement_tokens where id = ? and words = ? and tokens = ?::tsvector',
        ...[row.id, row.words, vectorOf(row)],
      )
      if (!found) return false
    }
    return true
  }

  async *problems(): AsyncGenerator<Problem> {}
}

/** A tsvector has room for a megabyte: what would be more, a text that is no prose, is found by its first words. */
const ROOM = 800_000
/** Of each place of a lexeme, and around each lexeme, in bytes. */
const BESIDE = 4

/** `'wdam':2 'wthe':1,4 'nruiz':1` */
function vectorOf(tokens: Tokens): string {
  const places = new Map<string, number[]>()
  let room = ROOM
  // The keys come first, which are few.
  for (const column of [...COLUMNS].reverse()) {
    for (const [n, token] of tokens[column].split(' ').entries()) {
      if (token === '') continue
      const lexeme = LETTERS[column] + token
      const known = places.get(lexeme)
      room -= BESIDE + (known ? 0 : BESIDE + Buffer.byteLength(lexeme))
      if (room < 0) break
      if (known) known.push(n + 1)
      else places.set(lexeme, [n + 1])
    }
  }
  return [...places].map(([lexeme, at]) => `'${lexeme}':${at.join(',')}`).join(' ')
}

/** As PostgreSQL reads it: `('wthe' <-> 'wdam' & ('kadeny' | 'kadoubt'))`. */
function queryOf(expression: Expression): string {
  if ('all' in expression) return `(${expression.all.map(queryOf).join(' & ')})`
  // An empty choice is found nowhere: no lexeme is a letter alone.
  if ('any' in expression) return `(${expression.any.map(queryOf).join(' | ') || "'w'"})`
  const { column, tokens, prefix } = expression
  const lexemes = tokens.map((token) => `'${LETTERS[column]}${token.replace(/['\\]/g, '$&$&')}'`)
  return `(${lexemes.join(' <-> ')}${prefix ? ':*' : ''})`
}
