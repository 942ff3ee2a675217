import { HearsayError } from '@hearsay/engine'
import type { Connection } from '../database.js'

/** The row id of an article; null when it is not kept. */
export async function rowOf(connection: Connection, article: string): Promise<number | null> {
  const row = await connection.row<{ id: number }>(
    'select id from articles where hash = ?',
    article,
  )
  return row?.id ?? null
}

/** @throws HearsayError `article-unknown`. */
export async function knownRow(connection: Connection, article: string): Promise<number> {
  const id = await rowOf(connection, article)
  if (id !== null) return id
  throw new HearsayError('article-unknown', `There is no article ${article.slice(0, 12)}.`)
}
