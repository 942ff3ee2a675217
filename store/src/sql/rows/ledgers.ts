import type { Ledger } from '@hearsay/engine'
import { sha256 } from '../../hash.js'
import type { Connection } from '../database.js'
import { damaged } from './sound.js'

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

/** A ledger with the row id of the capture that it was read from. */
export interface Reading {
  ledger: Ledger
  capture: number
  /** ISO date-time when it was made. */
  made: string
}

/** The latest reading of the article with this row id, as the machine read it. */
export async function latestReading(
  connection: Connection,
  article: number,
): Promise<Reading | null> {
  const found = await connection.row<{ record: string; text: string } & Omit<Reading, 'ledger'>>(
    `select record, text, capture, coalesce(made, added, fetched) as made from ledgers
     join articles on articles.id = ledgers.article join captures on captures.id = ledgers.capture
     where ledgers.article = ? order by ledgers.id desc limit 1`,
    article,
  )
  if (!found) return null
  const { record, text, ...rest } = found
  const ledger = ledgerOf(record, text)
  const { id, text: words } = ledger.article
  if (id !== `sha256:${sha256(words)}`) throw damaged('The store', `the text of ${id}`)
  return { ledger, ...rest }
}
