import type { Note } from '@hearsay/engine'
import { countMatches } from './count.js'
import { Refusal } from './sandbox/refusal.js'

/** First bytes of files that people hand in by mistake, in Latin-1, and what they are. */
const SIGNATURES: readonly [string, string][] = [
  ['%PDF-', 'a PDF'],
  ['PK\x03\x04', 'a ZIP archive or an office document'],
  ['\x1f\x8b', 'a gzip archive'],
  ['\xd0\xcf\x11\xe0', 'an old office document'],
  ['\x89PNG', 'a PNG picture'],
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['{\\rtf', 'a rich text (RTF) document'],
  ['\x7fELF', 'a program'],
]

/** A decoded text with a larger share of control or undecodable characters is no text. */
const MOST_CONTROLS = 0.1

/** Refuses bytes that begin as a known binary format. Throws Refusal `binary-input`. */
export function refuseBinary(bytes: Uint8Array): void {
  const start = String.fromCharCode(...bytes.subarray(0, 8))
  const signature = SIGNATURES.find(([magic]) => start.startsWith(magic))
  if (signature) refuse(`is ${signature[1]}`)
}

/**
 * Refuses a decoded text that is mostly control characters. A few, NULs too, are kept where they stand,
 * so that offsets stay those of the file, and are noted. Throws Refusal `binary-input`.
 */
export function refuseControls(text: string): Note[] {
  // eslint-disable-next-line no-control-regex
  const controls = countMatches(text, /[\0-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f]/g)
  const undecoded = countMatches(text, /\ufffd/g)
  if (controls + undecoded > text.length * MOST_CONTROLS) refuse('holds binary data')
  if (controls === 0) return []
  const message = `${controls} control characters, NULs among them if any, are kept in the text.`
  return [{ code: 'control-characters', message }]
}

function refuse(what: string): never {
  const message = `${what}, which cannot be read. Save the article as plain text or HTML`
  throw new Refusal('binary-input', message)
}
