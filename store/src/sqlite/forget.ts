import type { Blobs } from '../blobs.js'
import type { Forgotten } from '../store.js'
import type { Connection } from './connection.js'
import { append, nextSequence, type Prints } from './journal.js'
import { drop, keep } from './rows.js'

interface CaptureRow {
  [column: string]: string | number | null
  blob: string
  address: string
}

/** Removes an article and all that was read in it; what is left of it are hashes. */
export function forget(
  connection: Connection,
  blobs: Blobs,
  now: () => Date,
  article: string,
): Forgotten {
  const forgotten = connection.write(() => forgetRows(connection, now().toISOString(), article))
  removeForgotten(connection, blobs)
  return { ...forgotten, lingering: !emptyLog(connection) }
}

function forgetRows(connection: Connection, at: string, article: string): Forgotten {
  const none = { article, addresses: [], versions: [], shared: 0, lingering: false }
  const row = connection.row<{ id: number }>('select id from articles where hash = ?', article)
  // Somebody else was faster.
  if (!row) return none
  const [kept, dropped]: Prints[] = [{}, {}]
  connection.run('delete from statements where article = ?', row.id)
  // An index of words only marks what is deleted, and FTS5's own secure-delete leaves it malformed (SQLite 3.45).
  connection.run("insert into statement_words (statement_words) values ('rebuild')")
  drop(connection, dropped, 'ledgers', 'article = ?', row.id)
  const captures = drop<CaptureRow>(connection, dropped, 'captures', 'article = ?', row.id)
  drop(connection, dropped, 'articles', 'id = ?', row.id)
  const bytes = [...new Set(captures.map(({ blob }) => blob))]
  const gone = bytes.filter(
    (blob) => !connection.row('select 1 from captures where blob = ?', blob),
  )
  for (const blob of gone) drop(connection, dropped, 'blobs', 'hash = ?', blob)
  const sequence = nextSequence(connection)
  // A plain text's hash is that of its bytes.
  for (const hash of new Set([article, ...gone]))
    keep(connection, kept, 'tombstones', { hash, sequence })
  append(connection, at, 'forget', { article, dropped, kept })
  const addresses = [...new Set(captures.map(({ address }) => address))]
  const versions = addresses.flatMap((address) => textsAt(connection, address))
  return {
    ...none,
    addresses,
    versions: [...new Set(versions)],
    shared: bytes.length - gone.length,
  }
}

function textsAt(connection: Connection, address: string): string[] {
  if (address === '-') return []
  const texts = connection.rows<{ hash: string }>(
    'select articles.hash from captures join articles on articles.id = captures.article where address = ?',
    address,
  )
  return texts.map(({ hash }) => hash)
}

/** Removes forgotten bytes that are still in their files: now, or when a process was killed before it could. */
export function removeForgotten(connection: Connection, blobs: Blobs): void {
  const left = connection
    .rows<{ hash: string }>('select hash from tombstones')
    .filter(({ hash }) => blobs.has(hash))
  if (left.length === 0) return
  connection.write(() => {
    for (const { hash } of left) {
      if (!connection.row('select 1 from blobs where hash = ?', hash)) blobs.remove(hash)
    }
  })
}

/** Empties the write-ahead log, which still holds the words; false when somebody kept reading from it. */
function emptyLog(connection: Connection): boolean {
  return connection.row<{ busy: number }>('pragma wal_checkpoint(truncate)')?.busy === 0
}
