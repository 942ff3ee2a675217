import { HearsayError, checkLedger, type Ledger } from '@hearsay/engine'
import type { Blobs } from '../blobs.js'
import { sha256 } from '../hash.js'
import type { Capture, Saved } from '../store.js'
import type { Connection } from './connection.js'
import { indexArticle } from './index-statements.js'
import { append, type JournalRecord, type Payload, type Prints } from './journal.js'
import { recordOf } from './ledgers.js'
import { drop, keep } from './rows.js'

export interface SaveOptions {
  /** Keep it even if it was forgotten. */
  again?: boolean
}

/** What is known of a capture, without reading it; null when it is new. */
export function recall(connection: Connection, capture: Capture): Saved | null {
  const blob = sha256(capture.bytes)
  const known = connection.row<{ article: string }>(
    `select articles.hash as article from captures join articles on articles.id = captures.article
     where address = ? and blob = ? and particulars = ?`,
    ...[capture.address, blob, particularsOf(capture)],
  )
  if (!known) return forgotten(connection, blob)
  const version = versionOf(connection, capture.address, known.article)
  return { outcome: 'known', article: known.article, version }
}

/** Keeps a capture and its ledger, all or nothing. */
export function save(
  connection: Connection,
  blobs: Blobs,
  now: () => Date,
  capture: Capture,
  ledger: Ledger,
  { again = false }: SaveOptions,
): Saved {
  refuseUnsound(capture, ledger)
  const article = sha256(ledger.article.text)
  const blob = sha256(capture.bytes)
  const staged = blobs.stage(capture.bytes)
  try {
    return connection.write(() => {
      // Another process may have been here since we last looked.
      const seen = recall(connection, capture) ?? forgotten(connection, article)
      if (seen && !(again && seen.outcome === 'forgotten')) return seen
      const [kept, dropped]: Prints[] = [{}, {}]
      drop(connection, dropped, 'tombstones', 'hash in (?, ?)', article, blob)
      blobs.place(staged, blob)
      const fetched = now().toISOString()
      const outcome = keepRows(connection, kept, { capture, ledger, article, blob, fetched })
      append(connection, fetched, 'add', { article, kept, dropped })
      return { outcome, article, version: versionOf(connection, capture.address, article) }
    })
  } finally {
    blobs.discard(staged)
  }
}

interface Parts {
  capture: Capture
  ledger: Ledger
  article: string
  blob: string
  fetched: string
}

function keepRows(connection: Connection, kept: Prints, parts: Parts): 'added' | 'captured' {
  const { capture, ledger, article, blob, fetched } = parts
  if (!connection.row('select 1 from blobs where hash = ?', blob)) {
    keep(connection, kept, 'blobs', { hash: blob, size: capture.bytes.length })
  }
  const here = connection.row<{ id: number }>('select id from articles where hash = ?', article)
  const text = JSON.stringify(ledger.article.text)
  const id = here?.id ?? keep(connection, kept, 'articles', { hash: article, text })
  const captureId = keep(connection, kept, 'captures', {
    article: id,
    blob,
    address: capture.address,
    origin: capture.origin,
    fetched,
    particulars: particularsOf(capture),
    outlet: ledger.article.outlet,
    published: ledger.article.published,
  })
  if (!here || saysOtherwise(connection, id, parts)) {
    const { version, reader, model } = ledger.engine
    const record = recordOf(ledger)
    const row = { article: id, capture: captureId, version, reader, model, record }
    keep(connection, kept, 'ledgers', row)
    indexArticle(connection, id)
  }
  return here ? 'captured' : 'added'
}

/**
 * Whether the address that the latest ledger speaks of now tells another outlet or date for the same text. A copy
 * elsewhere does not change the ledger.
 */
function saysOtherwise(connection: Connection, article: number, parts: Parts): boolean {
  const latest = connection.row<{ address: string; record: string }>(
    `select address, record from ledgers join captures on captures.id = ledgers.capture
     where ledgers.article = ? order by ledgers.id desc limit 1`,
    article,
  )
  if (latest?.address !== parts.capture.address) return false
  return detailsOf(JSON.parse(latest.record) as Ledger) !== detailsOf(parts.ledger)
}

function detailsOf({ article }: Ledger): string {
  const { title, byline, outlet, published, language } = article
  return JSON.stringify([title, byline, outlet, published, language])
}

/** What was said about the capture from outside, always written alike. */
function particularsOf({ contentType, particulars }: Capture): string {
  const { url, published, outlet } = particulars
  return JSON.stringify({ url, published, outlet, contentType })
}

function versionOf(connection: Connection, address: string, article: string): number {
  // Standard input is no place that changes.
  if (address === '-') return 1
  const texts = connection.rows<{ hash: string }>(
    `select articles.hash from captures join articles on articles.id = captures.article
     where address = ? group by articles.id order by min(captures.id)`,
    address,
  )
  return texts.findIndex(({ hash }) => hash === article) + 1
}

function forgotten(connection: Connection, hash: string): Saved | null {
  const record = connection.row<JournalRecord>(
    'select journal.* from tombstones join journal using (sequence) where tombstones.hash = ?',
    hash,
  )
  if (!record) return null
  const { article = '' } = JSON.parse(record.payload) as Payload
  return { outcome: 'forgotten', article, version: 0 }
}

function refuseUnsound({ origin, bytes }: Capture, ledger: Ledger): void {
  const problems = checkLedger(ledger)
  if (ledger.article.bytes !== `sha256:${sha256(bytes)}`) problems.push('it is of other bytes')
  if (ledger.article.id !== `sha256:${sha256(ledger.article.text)}`)
    problems.push('its article id is not the hash of its text')
  if (problems.length === 0) return
  throw new HearsayError(
    'ledger-unsound',
    `The ledger of ${origin} cannot be kept: ${problems[0]}. This is a fault of the reader: report it.`,
  )
}
