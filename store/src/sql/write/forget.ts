import { foldedWords, type Ledger } from '@hearsay/engine'
import type { Forgotten } from '@hearsay/contract'
import { sha256 } from '../../hash.js'
import { rowOf } from '../rows/article-row.js'
import type { Backend } from '../backend.js'
import { carriedTo } from '../rows/correction-rows.js'
import type { Connection } from '../database.js'
import { forgetCorrections } from './forget-corrections.js'
import { forgetMentions, type Said } from './forget-mentions.js'
import { append, nextSequence, OWN, printsOf, type KeptRow, type Prints } from './journal.js'
import { indexArticle, knownWords, unindexArticle } from './index-article.js'
import { leaveStory } from '../stories/join-story.js'
import { drop, keep } from './rows.js'
import { settle } from '../identities/settle.js'
import { clearAway, noteUncleared } from './uncleared.js'
import { unlearnWords } from '../search/vocabulary.js'
import type { WordIndex } from '../search/word-index.js'

interface CaptureRow extends KeptRow {
  blob: string
  address: string
}

interface LedgerRow extends KeptRow {
  record: string
}

/** Removes articles and all that was read in them; what is left of them are hashes. */
export async function forget(
  backend: Backend,
  now: () => Date,
  articles: readonly string[],
): Promise<Forgotten[]> {
  const forgotten: Forgotten[] = []
  for (const article of articles) forgotten.push(await takeOut(backend, now, article))
  const lingering = await clearAway(backend)
  return forgotten.map((each) => ({ ...each, lingering }))
}

/** All of an article or nothing of it. */
function takeOut(backend: Backend, now: () => Date, article: string): Promise<Forgotten> {
  return backend.database.write(async (connection) => {
    const row = await rowOf(connection, article)
    const texts = row === null ? [] : await carriedTo(connection, row)
    const taken = await forgetRows(connection, backend.index, now().toISOString(), article)
    // What was carried on from here is nobody's word any more.
    for (const each of texts) if (each !== row) await indexArticle(connection, backend.index, each)
    await settle(connection)
    if (taken === null) return nothing(article)
    const searches = await forgetMentions(connection, backend.index, taken.said)
    return { ...taken.forgotten, searches }
  })
}

async function forgetRows(
  connection: Connection,
  index: WordIndex,
  at: string,
  article: string,
): Promise<{ forgotten: Forgotten; said: Said } | null> {
  const row = await connection.row<{ id: number; text: string }>(
    'select id, text from articles where hash = ?',
    article,
  )
  // Somebody else was faster.
  if (!row) return null
  const [kept, dropped]: Prints[] = [{}, {}]
  const text = readable<string>(row.text) ?? ''
  const words = new Set([...foldedWords(text), ...(await knownWords(connection, row.id))])
  const names = await connection.rows<{ name: string }>(
    'select name from article_actors where article = ?',
    row.id,
  )
  await unindexArticle(connection, index, row.id)
  await forgetCorrections(connection, kept, dropped, { id: row.id, hash: article })
  await unlearnWords(connection, index, [...words])
  await leaveStory(connection, row.id, sha256(text) === article ? text : null)
  const ledgers = await drop<LedgerRow>(connection, dropped, 'ledgers', 'article = ?', row.id)
  const captures = await drop<CaptureRow>(connection, dropped, 'captures', 'article = ?', row.id)
  await drop(connection, dropped, 'articles', 'id = ?', row.id)
  const bytes = [...new Set(captures.map(({ blob }) => blob))]
  const gone = await dropUnused(connection, dropped, bytes)
  await dropDue(connection, dropped, article)
  const sequence = await nextSequence(connection)
  // A plain text's hash is that of its bytes.
  for (const hash of new Set([article, ...gone]))
    await keep(connection, kept, 'tombstones', { hash, sequence })
  await append(connection, at, 'forget', { article, dropped, kept })
  await noteUncleared(connection, sequence)
  const addresses = [...new Set(captures.map(({ address }) => address))]
  const versions = await textsAt(connection, addresses)
  const shared = bytes.length - gone.length
  return {
    forgotten: { ...nothing(article), addresses, versions, shared },
    said: { texts: [text, ...ledgers.map(titleOf), ...names.map(({ name }) => name)], addresses },
  }
}

const nothing = (article: string): Forgotten => ({
  ...{ article, addresses: [], versions: [], shared: 0 },
  ...{ searches: [], lingering: null },
})

const titleOf = ({ record }: LedgerRow) => readable<Ledger>(record)?.article?.title ?? ''

/** What a row holds as JSON; null where it is damaged, which keeps nobody from forgetting it. */
function readable<T>(json: string): T | null {
  try {
    return JSON.parse(json) as T
  } catch {
    return null
  }
}

/** Notes the prints that rows of this article had before they were damaged: the journal asks for them no longer. */
async function dropDue(connection: Connection, dropped: Prints, article: string): Promise<void> {
  const due = await printsOf(connection, article)
  for (const table of OWN) {
    const gone = new Set(dropped[table])
    const lost = [...due[table].keys()].filter((print) => !gone.has(print))
    if (lost.length > 0) dropped[table] = [...gone, ...lost]
  }
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
