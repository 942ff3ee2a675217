import type { Version } from '@hearsay/contract'
import type { Connection } from '../database.js'

/** The texts that an address has had, oldest first; none of standard input, which is no place that changes. */
export async function versionsAt(connection: Connection, address: string): Promise<Version[]> {
  if (address === '-') return []
  const rows = await connection.rows<Omit<Version, 'version'>>(
    `select articles.hash as article, min(fetched) as fetched
     from captures join articles on articles.id = captures.article
     where address = ? group by articles.id order by min(captures.id)`,
    address,
  )
  return rows.map((row, n) => ({ ...row, version: n + 1 }))
}

/** The same of the address that an article's latest ledger speaks of. */
export async function versions(connection: Connection, article: string): Promise<Version[]> {
  const found = await connection.row<{ address: string; fetched: string }>(
    `select address, fetched from articles join entries on entries.article = articles.id
     join captures on captures.id = entries.capture where hash = ?`,
    article,
  )
  if (!found) return []
  const all = await versionsAt(connection, found.address)
  return all.length > 0 ? all : [{ article, version: 1, fetched: found.fetched }]
}
