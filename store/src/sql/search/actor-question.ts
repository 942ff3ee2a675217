import { foldedWords, HearsayError } from '@hearsay/engine'
import type { Connection, Sql } from '../database.js'
import { token, type Expression } from './expression.js'
import { isOf } from '../rows/statement-id.js'
import type { WordIndex } from './word-index.js'

/** Somebody by name. */
export interface ActorQuestion {
  /** Called so where they speak. */
  names: Expression
  /** Ids of those who are called so anywhere. */
  identities: string[]
}

/** No name has more words. */
const MOST_WORDS = 64

/** A name that more go by says nothing of who else they are. */
const KNOWN = 100

/** @throws HearsayError `query-too-costly`. */
export async function actorQuestion(connection: Connection, name: string): Promise<ActorQuestion> {
  const words = [...new Set(foldedWords(name))]
  if (words.length > MOST_WORDS) {
    const message = `A name of ${words.length} words is asked for, and ${MOST_WORDS} are the most. Ask for some of them.`
    throw new HearsayError('query-too-costly', message)
  }
  if (words.length === 0) return { names: { any: [] }, identities: [] }
  const rows = await connection.rows<{ id: string }>(
    `select id from identities
     where statements > 0 and ${words.map(() => "label || ' ' like ?").join(' and ')} limit ?`,
    ...words.map((word) => `% ${word} %`),
    KNOWN + 1,
  )
  return {
    names: { all: words.map((word) => token('names', word)) },
    identities: rows.length > KNOWN ? [] : rows.map(({ id }) => id),
  }
}

/** Statements of those who are called so, there or in other articles. */
export function namedOrKnownAs(index: WordIndex, { names, identities }: ActorQuestion): Sql {
  const { table, id, condition, value } = index.matching(names)
  const known = spokenBy(identities)
  return {
    sql: `select ${id} from ${table} where ${condition} union ${known.sql}`,
    values: [value, ...known.values],
  }
}

/** Row ids of what these actors say, across articles. */
export function spokenBy(identities: readonly string[]): Sql {
  return {
    sql: `select statements.id from article_actors join statements
        on ${isOf('statements.id', 'article')}
        and statements.actors like '% ' || article_actors.actor || ' %'
      where acts <> '[]' and identity in (${identities.map(() => '?').join(', ')})`,
    values: [...identities],
  }
}

export function among(id: string, { sql, values }: Sql): Sql {
  return { sql: `${id} in (${sql})`, values }
}
