import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { AsyncIterReader } from 'warcio'
import { MAX_MEMBER_BYTES } from '../sandbox/limits.js'
import { Refusal } from '../sandbox/refusal.js'

/** What arrived is kept even where the rest is missing. */
const ZLIB = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MAX_MEMBER_BYTES }
const BROTLI = { finishFlush: constants.BROTLI_OPERATION_FLUSH, maxOutputLength: MAX_MEMBER_BYTES }

/** More layers than this are an attack. */
const MOST_LAYERS = 3

/**
 * A payload as it was before it was packed for the wire: Content-Encoding `gzip`, `deflate`, `br`, or several. Throws
 * Refusal `member-too-large`, `payload-damaged`.
 */
export function unpacked(payload: Uint8Array, contentEncoding: string): Uint8Array {
  const layers = contentEncoding
    .toLowerCase()
    .split(',')
    .map((layer) => layer.trim())
    .filter((layer) => layer !== '' && layer !== 'identity')
  if (layers.length > MOST_LAYERS) {
    throw new Refusal('payload-damaged', `is packed ${layers.length} times over, as no page is`)
  }
  return layers.reverse().reduce(unpack, payload)
}

/** The bytes in a gzip file. */
export function gunzip(bytes: Uint8Array): Uint8Array {
  return unpack(bytes, 'gzip')
}

/** A payload that came in chunks (RFC 9112, section 7.1), as a whole; one that did not, as it is. */
export async function dechunked(payload: Uint8Array): Promise<Uint8Array> {
  return new AsyncIterReader([payload], null, true).readFully()
}

function unpack(bytes: Uint8Array, layer: string): Uint8Array {
  try {
    // Archives often keep the header but not the packing.
    if (layer === 'gzip' || layer === 'x-gzip')
      return isGzip(bytes) ? gunzipSync(bytes, ZLIB) : bytes
    if (layer === 'deflate') return inflate(bytes)
    if (layer === 'br') return brotliDecompressSync(bytes, BROTLI)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      throw new Refusal('member-too-large', `unpacks to more than ${MAX_MEMBER_BYTES} bytes`)
    }
    throw new Refusal('payload-damaged', `cannot be unpacked (${message})`)
  }
  throw new Refusal(
    'payload-damaged',
    `is packed in a way that is not known, ${layer.slice(0, 30)}`,
  )
}

/** With the zlib wrapper, as the standard says, or without it, as some servers do. */
function inflate(bytes: Uint8Array): Uint8Array {
  const wrapped = (bytes[0] & 0x0f) === 8 && ((bytes[0] << 8) | bytes[1]) % 31 === 0
  return wrapped ? inflateSync(bytes, ZLIB) : inflateRawSync(bytes, ZLIB)
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}
