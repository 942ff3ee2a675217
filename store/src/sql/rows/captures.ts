import type { CaptureEntry, Container } from '@hearsay/contract'
import type { Original } from '../../store.js'
import type { Bytes } from '../write/bytes.js'
import type { Connection } from '../database.js'

type Row = Omit<CaptureEntry, 'container'> & { container: string | null }

/** Every place and time an article was found, the first first. */
export async function captures(connection: Connection, article: string): Promise<CaptureEntry[]> {
  const rows = await connection.rows<Row>(
    `select address, origin, fetched, coalesce(added, fetched) as added, blob, outlet, published, container
     from captures join articles on articles.id = captures.article
     where hash = ? order by captures.id`,
    article,
  )
  return rows.map(({ container, ...row }) => ({
    ...row,
    container: container === null ? null : (JSON.parse(container) as Container),
  }))
}

/** The bytes that an article's latest ledger was read from. */
export async function original(
  connection: Connection,
  bytes: Bytes,
  article: string,
): Promise<Original | null> {
  const row = await connection.row<{ blob: string; origin: string; particulars: string }>(
    `select blob, origin, particulars from articles join entries on entries.article = articles.id
     join captures on captures.id = entries.capture where hash = ?`,
    article,
  )
  const content = row ? await bytes.read(connection, row.blob) : null
  if (!row || !content) return null
  const { contentType } = JSON.parse(row.particulars) as { contentType?: string }
  return { bytes: content, contentType: contentType ?? null, origin: row.origin }
}
