import { constants, gunzipSync } from 'node:zlib'
import { SNIFFED } from './beginning.js'

const OPTIONS = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 16_000_000 }

/**
 * How what is packed with gzip begins, by its own first bytes; empty when they cannot be unpacked. What is damaged further
 * on must not hide how it begins: shorter and shorter starts are tried.
 */
export function unpackedStart(start: Uint8Array): Uint8Array {
  for (const length of [SNIFFED, 1024, 256]) {
    try {
      const unpacked = gunzipSync(start.subarray(0, length), OPTIONS)
      if (unpacked.length > 10) return Uint8Array.from(unpacked.subarray(0, 1024))
    } catch {
      // A shorter start may do.
    }
  }
  return new Uint8Array()
}
