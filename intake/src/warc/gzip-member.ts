import { createReadStream } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { constants, createInflateRaw, gunzipSync } from 'node:zlib'
import { Refusal } from '../sandbox/refusal.js'
import { crc32 } from './crc32.js'

/** Unpacked bytes from which on the ratio counts, and the ratio that no page reaches. */
const BOMB_BYTES = 100_000_000
const BOMB_RATIO = 300

const WINDOW = 1 << 20

/** A file that is open, to read from anywhere. */
export interface OpenFile {
  path: string
  handle: FileHandle
  size: number
}

/**
 * The unpacked bytes of the gzip member at `offset`; its return value is where the next one begins. Throws Refusal
 * `gzip-truncated`, `gzip-damaged`, `gzip-bomb`.
 */
export async function* gzipMember(
  file: OpenFile,
  offset: number,
): AsyncGenerator<Uint8Array, number> {
  const start = offset + headerLength(await readAt(file, offset, 65_536))
  const source = createReadStream(file.path, { start })
  const inflate = createInflateRaw()
  source.on('error', (error) => inflate.destroy(error))
  source.pipe(inflate)
  let size = 0
  let sum = 0
  try {
    for await (const chunk of inflate as AsyncIterable<Uint8Array>) {
      size += chunk.length
      sum = crc32(chunk, sum)
      if (size > BOMB_BYTES && size > BOMB_RATIO * inflate.bytesWritten) {
        throw new Refusal(
          'gzip-bomb',
          `unpacks to more than ${BOMB_RATIO} times its size, as no page does`,
        )
      }
      yield chunk
    }
  } catch (error) {
    throw error instanceof Refusal ? error : damage(error as Error)
  } finally {
    source.destroy()
    inflate.destroy()
  }
  const end = start + inflate.bytesWritten
  refuseWrongTrailer(await readAt(file, end, 8), sum, size)
  return end + 8
}

/** Where the next member that begins a WARC record is, at `from` or later; null when there is none. */
export async function nextMember(file: OpenFile, from: number): Promise<number | null> {
  for (let offset = from; offset < file.size; offset += WINDOW) {
    const window = await readAt(file, offset, WINDOW + 2)
    for (let at = findMagic(window, 0); at >= 0 && at < WINDOW; at = findMagic(window, at + 1)) {
      if (beginsRecord(await readAt(file, offset + at, 1024))) return offset + at
    }
  }
  return null
}

export async function readAt(
  { handle }: OpenFile,
  offset: number,
  length: number,
): Promise<Buffer> {
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, offset)
  return buffer.subarray(0, bytesRead)
}

function findMagic(bytes: Buffer, from: number): number {
  return bytes.indexOf('\x1f\x8b\x08', from, 'latin1')
}

function beginsRecord(start: Buffer): boolean {
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 4_000_000 }
    return gunzipSync(start, options).subarray(0, 5).toString('latin1') === 'WARC/'
  } catch {
    return false
  }
}

/** Bytes before the packed data (RFC 1952, section 2.3). */
function headerLength(start: Buffer): number {
  if (start.length < 18) throw new Refusal('gzip-truncated', 'breaks off within its gzip header')
  if (start[0] !== 0x1f || start[1] !== 0x8b || start[2] !== 8) {
    throw new Refusal('gzip-damaged', 'does not begin as a gzip member must')
  }
  const flags = start[3]
  let at = 10
  if (flags & 4) at += 2 + start.readUInt16LE(at)
  for (const flag of [8, 16]) if (flags & flag) at = start.indexOf(0, at) + 1
  if (flags & 2) at += 2
  return at
}

function refuseWrongTrailer(trailer: Buffer, sum: number, size: number): void {
  if (trailer.length < 8) throw new Refusal('gzip-truncated', 'breaks off before its gzip checksum')
  if (trailer.readUInt32LE(0) !== sum || trailer.readUInt32LE(4) !== size % 2 ** 32) {
    throw new Refusal('gzip-damaged', 'is not what its gzip checksum says')
  }
}

function damage(error: Error): Refusal {
  if (/unexpected end/.test(error.message)) {
    return new Refusal('gzip-truncated', 'breaks off in the middle of a gzip member')
  }
  return new Refusal('gzip-damaged', `cannot be unpacked (${error.message})`)
}
