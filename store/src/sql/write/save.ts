import { HearsayError, checkLedger, type Ledger } from '@hearsay/engine'
import { sha256 } from '../../hash.js'
import type { Container } from '@hearsay/contract'
import type { Capture, Saved } from '../../store.js'
import type { Backend } from '../backend.js'
import type { Connection } from '../database.js'
import { follow } from './follow.js'
import { append, type JournalRecord, type KeptRow, type Payload, type Prints } from './journal.js'
import { recordOf } from '../rows/ledgers.js'
import { joinStory } from '../stories/join-story.js'
import { drop, keep } from './rows.js'
import { unite } from '../stories/story-group.js'
import { storable } from '../rows/storable.js'
import { versionsAt } from '../rows/versions.js'

export interface SaveOptions {
  /** Keep it even if it was forgotten. */
  again?: boolean
}

/** What is known of a capture, without reading it; null when it is new. */
export async function recall(connection: Connection, found: Capture): Promise<Saved | null> {
  const capture = storableCapture(found)
  const blob = sha256(capture.bytes)
  const known = await connection.row<{ article: string }>(
    `select articles.hash as article from captures join articles on articles.id = captures.article
     where address = ? and blob = ? and particulars = ?`,
    ...[capture.address, blob, particularsOf(capture)],
  )
  if (!known) return forgotten(connection, blob)
  const version = await versionOf(connection, capture.address, known.article)
  return { outcome: 'known', article: known.article, version }
}

/** Keeps a capture and its ledger, all or nothing. */
export async function save(
  { database, bytes, index }: Backend,
  now: () => Date,
  found: Capture,
  ledger: Ledger,
  { again = false }: SaveOptions,
): Promise<Saved> {
  const capture = storableCapture(found)
  refuseUnsound(capture, ledger)
  const article = sha256(ledger.article.text)
  const blob = sha256(capture.bytes)
  const staged = await bytes.stage(capture.bytes)
  try {
    const saved = await database.write(async (connection): Promise<Saved> => {
      // Another process may have been here since we last looked.
      const seen = (await recall(connection, capture)) ?? (await forgotten(connection, article))
      if (seen && !(again && seen.outcome === 'forgotten')) return seen
      const [kept, dropped]: Prints[] = [{}, {}]
      await drop(connection, dropped, 'tombstones', 'hash in (?, ?)', article, blob)
      await staged.place(connection, blob)
      const at = now().toISOString()
      const parts = { capture, ledger, article, blob, at }
      const { id, outcome } = await keepRows(connection, kept, parts)
      // Found at another address, its corrections may be carried on to the texts there.
      await follow({ index }, connection, id)
      if (outcome === 'added') await joinStory(connection, id, ledger.article.text)
      else await unite(connection, [id])
      await append(connection, at, 'add', { article, kept, dropped })
      const version = await versionOf(connection, capture.address, article)
      await staged.settled()
      return { outcome, article, version }
    })
    await staged.discard()
    return saved
  } catch (error) {
    // If even that cannot be done, the next process to open the store does it.
    await database.write((connection) => staged.undo(connection)).catch(() => {})
    throw error
  }
}

/** What a stranger's file or feed calls itself must not keep it out. */
function storableCapture(capture: Capture): Capture {
  const { address, origin, fetched } = capture
  const when = fetched === undefined ? undefined : storable(fetched)
  return { ...capture, address: storable(address), origin: storable(origin), fetched: when }
}

interface Parts {
  capture: Capture
  ledger: Ledger
  article: string
  blob: string
  /** ISO date-time: now. */
  at: string
}

async function keepRows(
  connection: Connection,
  kept: Prints,
  parts: Parts,
): Promise<{ id: number; outcome: 'added' | 'captured' }> {
  const { capture, ledger, article, blob } = parts
  if (!(await connection.row('select 1 from blobs where hash = ?', blob))) {
    await keep(connection, kept, 'blobs', { hash: blob, size: capture.bytes.length })
  }
  const here = await connection.row<{ id: number }>(
    'select id from articles where hash = ?',
    article,
  )
  const text = JSON.stringify(ledger.article.text)
  const { id } = here ?? (await keep(connection, kept, 'articles', { hash: article, text }))
  const found = await keep(connection, kept, 'captures', captureRow(id, parts))
  if (!here || (await saysOtherwise(connection, id, parts))) {
    const { version, reader, model } = ledger.engine
    const record = recordOf(ledger)
    const row = { article: id, capture: found.id, version, reader, model, record, made: parts.at }
    await keep(connection, kept, 'ledgers', row)
  }
  return { id, outcome: here ? 'captured' : 'added' }
}

function captureRow(article: number, { capture, ledger, blob, at }: Parts): KeptRow {
  const { address, origin, fetched, container } = capture
  return {
    article,
    blob,
    address,
    origin,
    fetched: fetched ?? at,
    particulars: particularsOf(capture),
    outlet: storable(ledger.article.outlet),
    published: ledger.article.published,
    container: container === undefined ? null : containerOf(container),
    added: fetched === undefined ? null : at,
  }
}

/** Always written alike. */
function containerOf({ hash, name, member }: Container): string {
  return JSON.stringify({ hash, name, member })
}

/**
 * Whether the address that the latest ledger speaks of now tells another outlet or date for the same text. A copy
 * elsewhere does not change the ledger.
 */
async function saysOtherwise(
  connection: Connection,
  article: number,
  parts: Parts,
): Promise<boolean> {
  const latest = await connection.row<{ address: string; record: string }>(
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

async function versionOf(
  connection: Connection,
  address: string,
  article: string,
): Promise<number> {
  const texts = await versionsAt(connection, address)
  return Math.max(texts.findIndex((text) => text.article === article) + 1, 1)
}

async function forgotten(connection: Connection, hash: string): Promise<Saved | null> {
  const record = await connection.row<JournalRecord>(
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
