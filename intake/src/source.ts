import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { HearsayError, type Note } from '@hearsay/engine'
import type { Container, Particulars } from './found.js'
import { SNIFFED } from './sniff/beginning.js'

/** Something to open. A stream is read once and no further than needed. */
export interface Source {
  from:
    | { path: string }
    | { bytes: Uint8Array }
    | { stream: AsyncIterable<Uint8Array>; start?: Uint8Array }
  /** The path or address as the user gave it. */
  origin: string
  /** Where exactly: `https://…`, `file:///…`, or `-`. */
  address: string
  contentType?: string
  /** By what its extension is told, if not `origin`. */
  name?: string
  particulars?: Particulars
  notes?: Note[]
  /** What it came in. */
  container?: Container
}

/** The first bytes of `source`. Throws HearsayError `file-missing`, `file-unreadable`. */
export function startOf({ from, origin }: Source): Promise<Uint8Array> {
  return telling(origin, async () => {
    if ('bytes' in from) return from.bytes.subarray(0, SNIFFED)
    if ('stream' in from) return (from.start ??= await begun(from))
    const handle = await open(from.path)
    try {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(SNIFFED), 0, SNIFFED)
      return buffer.subarray(0, bytesRead)
    } finally {
      await handle.close()
    }
  })
}

/** Takes chunks off a stream, to be given back as `start`; what is left of it can be read on. */
async function begun(from: { stream: AsyncIterable<Uint8Array> }): Promise<Uint8Array> {
  const iterator = from.stream[Symbol.asyncIterator]()
  const chunks: Uint8Array[] = []
  let size = 0
  while (size < SNIFFED) {
    const { value, done } = await iterator.next()
    if (done) break
    chunks.push(value as Uint8Array)
    size += (value as Uint8Array).length
  }
  from.stream = { [Symbol.asyncIterator]: () => iterator }
  return Buffer.concat(chunks)
}

/** All of it, a chunk at a time. */
export async function* streamOf(source: Source): AsyncGenerator<Uint8Array> {
  const { from, origin } = source
  if ('bytes' in from) return yield from.bytes
  const start = 'stream' in from ? await startOf(source) : new Uint8Array()
  if (start.length > 0) yield start
  const rest = 'stream' in from ? from.stream : createReadStream(from.path)
  const iterator = rest[Symbol.asyncIterator]()
  try {
    for (;;) {
      const { value, done } = await telling(origin, () => iterator.next())
      if (done) return
      yield value as Uint8Array
    }
  } finally {
    await iterator.return?.()
  }
}

/** All of it, or a little over `limit`, which is then refused as too large without being held in memory. */
export async function bytesOf(source: Source, limit: number): Promise<Uint8Array> {
  if ('bytes' in source.from) return source.from.bytes
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of streamOf(source)) {
    chunks.push(chunk)
    length += chunk.length
    if (length > limit) break
  }
  return Buffer.concat(chunks)
}

/** The path of a file with all of it: its own, or one written into the folder `scratch`. Throws HearsayError `scratch-unwritable`. */
export async function fileOf(source: Source, scratch: string): Promise<string> {
  if ('path' in source.from) return source.from.path
  const path = join(scratch, 'spooled')
  await pipeline(Readable.from(streamOf(source)), createWriteStream(path)).catch((cause: Error) => {
    if (cause instanceof HearsayError) throw cause
    const message = `${source.origin} cannot be copied to ${scratch}: ${cause.message}. Make room there, or set TMPDIR to another folder.`
    throw new HearsayError('scratch-unwritable', message, { cause })
  })
  return path
}

/** SHA-256 of a file, in hex. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }))
    hash.update(chunk as Buffer)
  return hash.digest('hex')
}

const REASONS: Record<string, string> = {
  ENOENT: 'does not exist. Check the name and the folder you are in.',
  EACCES: 'may not be read by you. Check its permissions.',
  EISDIR: 'is a folder within a folder, which is not read. Name it itself.',
}

async function telling<T>(origin: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof HearsayError) throw cause
    const { code = '', message } = cause as NodeJS.ErrnoException
    const name = code === 'ENOENT' ? 'file-missing' : 'file-unreadable'
    const reason = REASONS[code] ?? `cannot be read: ${message}.`
    throw new HearsayError(name, `${origin} ${reason}`, { cause })
  }
}
