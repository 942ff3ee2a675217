import { foldedWords } from '@hearsay/engine'
import type { Forgotten } from '../store.js'
import { rowOf } from './article-row.js'
import type { Backend } from './backend.js'
import { carriedTo } from './correction-rows.js'
import type { Connection } from './database.js'
import { forgetCorrections } from './forget-corrections.js'
import { append, nextSequence, type KeptRow, type Prints } from './journal.js'
import { indexArticle, unindexArticle } from './index-article.js'
import { leaveStory } from './join-story.js'
import { drop, keep } from './rows.js'
import { settle } from './settle.js'
import { unlearnWords } from './vocabulary.js'
import type { WordIndex } from './word-index.js'

interface CaptureRow extends KeptRow {
  blob: string
  address: string
}

/** Removes an article and all that was read in it; what is left of it are hashes. */
export async function forget(
  backend: Backend,
  now: () => Date,
  article: string,
): Promise<Forgotten> {
  const forgotten = await backend.database.write(async (connection) => {
    const row = await rowOf(connection, article)
    const texts = row === null ? [] : await carriedTo(connection, row)
    const rows = await forgetRows(connection, backend.index, now().toISOString(), article)
    await backend.index.purge(connection)
    // What was carried on from here is nobody's word any more.
    for (const each of texts) if (each !== row) await indexArticle(connection, backend.index, each)
    await settle(connection)
    return rows
  })
  await removeForgotten(backend)
  return { ...forgotten, lingering: !(await backend.scrub()) }
}

async function forgetRows(
  connection: Connection,
  index: WordIndex,
  at: string,
  article: string,
): Promise<Forgotten> {
  const none = { article, addresses: [], versions: [], shared: 0, lingering: false }
  const row = await connection.row<{ id: number; text: string }>(
    'select id, text from articles where hash = ?',
    article,
  )
  // Somebody else was faster.
  if (!row) return none
  const [kept, dropped]: Prints[] = [{}, {}]
  await unindexArticle(connection, index, row.id)
  await forgetCorrections(connection, kept, dropped, { id: row.id, hash: article })
  const words = new Set(foldedWords(JSON.parse(row.text) as string))
  await unlearnWords(connection, index, [...words])
  await leaveStory(connection, row.id, JSON.parse(row.text) as string)
  await drop(connection, dropped, 'ledgers', 'article = ?', row.id)
  const captures = await drop<CaptureRow>(connection, dropped, 'captures', 'article = ?', row.id)
  await drop(connection, dropped, 'articles', 'id = ?', row.id)
  const bytes = [...new Set(captures.map(({ blob }) => blob))]
  const gone = await dropUnused(connection, dropped, bytes)
  const sequence = await nextSequence(connection)
  // A plain text's hash is that of its bytes.
  for (const hash of new Set([article, ...gone]))
    await keep(connection, kept, 'tombstones', { hash, sequence })
  await append(connection, at, 'forget', { article, dropped, kept })
  const addresses = [...new Set(captures.map(({ address }) => address))]
  const versions = await textsAt(connection, addresses)
  return { ...none, addresses, versions, shared: bytes.length - gone.length }
}

/** Of these bytes, those that no capture names any more, without their rows. */
async function dropUnused(
  connection: Connection,
  dropped: Prints,
  bytes: readonly string[],
): Promise<string[]> {
  const gone: string[] = []
  for (const blob of bytes) {
    if (await connection.row('select 1 from captures where blob = ? limit 1', blob)) continue
    await drop(connection, dropped, 'blobs', 'hash = ?', blob)
    gone.push(blob)
  }
  return gone
}

async function textsAt(connection: Connection, addresses: readonly string[]): Promise<string[]> {
  const texts = new Set<string>()
  for (const address of addresses.filter((each) => each !== '-')) {
    const rows = await connection.rows<{ hash: string }>(
      `select articles.hash from captures join articles on articles.id = captures.article
       where address = ? order by captures.id`,
      address,
    )
    for (const { hash } of rows) texts.add(hash)
  }
  return [...texts]
}

/** Removes forgotten bytes that are still there: now, or when a process was killed before it could. */
export async function removeForgotten({ database, bytes }: Backend): Promise<void> {
  const left = await database.read((connection) => bytes.forgotten(connection))
  if (left.length === 0) return
  await database.write(async (connection) => {
    for (const hash of left) {
      const used = await connection.row('select 1 from blobs where hash = ?', hash)
      if (!used) await bytes.remove(connection, hash)
    }
  })
}
