import type { Ledger } from '@hearsay/engine'
import type { Connection } from './database.js'

/** The ledger as it is kept: the text stands once, with its article. */
export function recordOf(ledger: Ledger): string {
  return JSON.stringify({ ...ledger, article: { ...ledger.article, text: '' } })
}

/** The ledger again, from its record and its article's text (a JSON string). */
export function ledgerOf(record: string, text: string): Ledger {
  const ledger = JSON.parse(record) as Ledger
  ledger.article.text = JSON.parse(text) as string
  return ledger
}

/** The latest ledger of the article with this row id. */
export async function latestLedger(
  connection: Connection,
  article: number,
): Promise<Ledger | null> {
  return (await latestReading(connection, article))?.ledger ?? null
}

/** The same with the row id of the capture that it was read from. */
export async function latestReading(
  connection: Connection,
  article: number,
): Promise<{ ledger: Ledger; capture: number } | null> {
  const found = await connection.row<{ record: string; text: string; capture: number }>(
    `select record, text, capture from ledgers join articles on articles.id = ledgers.article
     where ledgers.article = ? order by ledgers.id desc limit 1`,
    article,
  )
  return found ? { ledger: ledgerOf(found.record, found.text), capture: found.capture } : null
}
