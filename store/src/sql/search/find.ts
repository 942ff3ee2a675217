import { HearsayError } from '@hearsay/engine'
import type { Connection } from '../database.js'

const SHORTEST = 4
const SHOWN = 12

/** The one article whose SHA-256 begins with `id`. */
export async function find(connection: Connection, id: string): Promise<string> {
  const prefix = /^(?:sha256:)?([0-9a-f]+)$/i.exec(id)?.[1]?.toLowerCase()
  if (!prefix || prefix.length < SHORTEST) {
    throw new HearsayError(
      'id-malformed',
      `"${id}" is no article's id. Give at least its first ${SHORTEST} characters, as "hearsay add" and "hearsay search" print it.`,
    )
  }
  const found = await startingWith(connection, 'articles', prefix)
  if (found.length > 1) {
    const names = found.map((hash) => hash.slice(0, Math.max(SHOWN, prefix.length + 4)))
    throw new HearsayError(
      'id-ambiguous',
      `"${id}" begins the ids of several articles: ${names.join(', ')}. Give more of the one you mean.`,
    )
  }
  const [only] = found
  if (only !== undefined) return only
  const gone = (await startingWith(connection, 'tombstones', prefix)).length > 0
  throw new HearsayError(
    'article-unknown',
    gone
      ? `The article ${id} was forgotten.`
      : `There is no article ${id}. "hearsay search" prints the ids of those that are kept.`,
  )
}

async function startingWith(
  connection: Connection,
  table: 'articles' | 'tombstones',
  prefix: string,
): Promise<string[]> {
  const rows = await connection.rows<{ hash: string }>(
    `select hash from ${table} where hash >= ? and hash < ? order by hash limit 5`,
    prefix,
    `${prefix}g`,
  )
  return rows.map(({ hash }) => hash)
}
