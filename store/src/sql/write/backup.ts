import { pack, type Pack } from 'tar-stream'
import { HearsayError } from '@hearsay/engine'
import type { Backend } from '../backend.js'
import type { Connection } from '../database.js'
import { CARRIED, FORMAT, linesOf, measure, type Manifest } from './backup-tables.js'

/**
 * All of a store as one tar file that either database can be restored from: `manifest.json`, `tables/NAME.jsonl`, and
 * `blobs/HASH`. It is the store as it was when the backup began.
 */
export async function* backup(backend: Backend, now: () => Date): AsyncGenerator<Uint8Array> {
  const snapshot = await backend.database.snapshot()
  try {
    const tar = pack()
    const filling = fill(tar, backend, snapshot, now()).catch((error: Error) => {
      tar.destroy(error)
    })
    for await (const chunk of tar) yield chunk as Uint8Array
    await filling
  } finally {
    await snapshot.close()
  }
}

async function fill(tar: Pack, backend: Backend, connection: Connection, at: Date): Promise<void> {
  const manifest: Manifest = { format: FORMAT, made: at.toISOString(), tables: [] }
  for (const carried of CARRIED) manifest.tables.push(await measure(connection, carried))
  const header = (name: string, size: number) => ({ name, size, mtime: at, mode: 0o600 })
  const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
  await put(tar, header('manifest.json', text.length), [text])
  for (const [n, carried] of CARRIED.entries()) {
    const { size } = manifest.tables[n]!
    await put(tar, header(`tables/${carried.table}.jsonl`, size), linesOf(connection, carried))
  }
  const blobs = await connection.rows<{ hash: string }>('select hash from blobs order by hash')
  for (const { hash } of blobs) {
    const bytes = await backend.bytes.read(connection, hash)
    if (bytes === null) throw gone(hash)
    await put(tar, header(`blobs/${hash}`, bytes.length), [bytes])
  }
  tar.finalize()
}

type Header = Parameters<Pack['entry']>[0]

/** Writes an entry no faster than it is read. */
async function put(
  tar: Pack,
  header: Header,
  chunks: Iterable<Uint8Array> | AsyncIterable<string>,
): Promise<void> {
  let entry!: ReturnType<Pack['entry']>
  const ended = new Promise<void>((resolve, reject) => {
    entry = tar.entry(header, (error) => (error ? reject(error) : resolve()))
  })
  for await (const chunk of chunks)
    if (!entry.write(chunk))
      await new Promise<void>((resume) => entry.once('drain', () => resume()))
  entry.end(null)
  await ended
}

function gone(hash: string): HearsayError {
  return new HearsayError(
    'store-changed',
    `The bytes ${hash.slice(0, 12)} are not there: they were forgotten while the backup was made, or the store is damaged. Run it again; "hearsay verify" tells which it is.`,
  )
}
