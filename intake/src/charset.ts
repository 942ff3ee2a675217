import { isUtf8 } from 'node:buffer'
import type { Note } from '@hearsay/engine'
import { countMatches } from './count.js'
import { declaredCharset } from './declared-charset.js'

const BEYOND_ASCII = /[\u0080-\uffff]/g

export interface Decoded {
  text: string
  notes: Note[]
}

interface Choice {
  encoding: string
  /** Why it is only a guess; absent when a mark, a declaration or the bytes themselves settle it. */
  guess?: string
}

/**
 * `bytes` as text, without their byte order mark: by that mark, the charset that `contentType` or the
 * page's first lines declare, as UTF-8 if they are valid UTF-8, else by a guess. What does not decode
 * becomes U+FFFD; both are noted. The text holds no lone surrogates. Never throws.
 */
export async function decode(bytes: Uint8Array, contentType?: string): Promise<Decoded> {
  const { encoding, guess } = await chooseEncoding(bytes, declaredCharset(bytes, contentType))
  const text = await decodeAs(encoding, bytes)
  const notes: Note[] = []
  if (guess) notes.push({ code: 'encoding-guessed', message: guess })
  const errors = countMatches(text, /\ufffd/g)
  if (errors > 0) {
    const message = `${errors} characters could not be decoded as ${encoding} and stand as U+FFFD.`
    notes.push({ code: 'encoding-errors', message })
  }
  return { text, notes }
}

async function chooseEncoding(bytes: Uint8Array, declared: string | null): Promise<Choice> {
  const marked = byteOrderMark(bytes)
  if (marked) return { encoding: marked }
  const wide = wideWithoutMark(bytes)
  if (wide) {
    return {
      encoding: wide,
      guess: `The text is taken for ${wide}, by where its zero bytes stand.`,
    }
  }
  const utf8 = isUtf8(bytes)
  if (declared && declared !== 'utf-8' && (await isKnown(declared))) {
    if (!utf8 || countMatches(sample(bytes), BEYOND_ASCII) === 0) return { encoding: declared }
    return { encoding: 'utf-8', guess: `The page declares ${declared}, but it is valid UTF-8.` }
  }
  return utf8 || mostlyUtf8(bytes) ? { encoding: 'utf-8' } : guessEncoding(bytes)
}

function byteOrderMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 in Latin script has a zero in every second byte, UTF-8 and the old charsets have none. */
function wideWithoutMark(bytes: Uint8Array): string | null {
  const pairs = Math.min(bytes.length >> 1, 2000)
  const zeros = [0, 0]
  for (let at = 0; at < pairs * 2; at++) if (bytes[at] === 0) zeros[at & 1]++
  const [even, odd] = zeros.map((count) => count / pairs)
  if (odd > 0.4 && even < 0.05) return 'utf-16le'
  if (even > 0.4 && odd < 0.05) return 'utf-16be'
  return null
}

/** UTF-8 with damage, rather than another charset: more characters beyond ASCII decode than do not. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = sample(bytes)
  const errors = countMatches(text, /\ufffd/g)
  return countMatches(text, BEYOND_ASCII) > 2 * errors
}

async function guessEncoding(bytes: Uint8Array): Promise<Choice> {
  const { detect } = await import('chardet')
  const named = detect(around(bytes))?.toLowerCase() ?? 'windows-1252'
  // Browsers read Latin-1 as windows-1252, its superset, because pages mean that.
  const latin = ['iso-8859-1', 'ascii', 'utf-8'].includes(named) || !(await isKnown(named))
  const encoding = latin ? 'windows-1252' : named
  return { encoding, guess: `The text names no charset and is not UTF-8; ${encoding} is a guess.` }
}

/** A stretch of the bytes that begins a little before the first one beyond ASCII. */
function around(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 0x7f)
  return bytes.subarray(Math.max(0, first - 2000), first + 50_000)
}

function sample(bytes: Uint8Array): string {
  return new TextDecoder().decode(around(bytes))
}

async function isKnown(encoding: string): Promise<boolean> {
  const { default: iconv } = await import('iconv-lite')
  // UTF-7 is no charset of any page, but a way to smuggle tags past filters.
  return encoding !== 'utf-7' && iconv.encodingExists(encoding)
}

async function decodeAs(encoding: string, bytes: Uint8Array): Promise<string> {
  if (/^utf-(8|16le|16be)$/.test(encoding)) return new TextDecoder(encoding).decode(bytes)
  const { default: iconv } = await import('iconv-lite')
  return iconv.decode(Buffer.from(bytes), encoding).replace(/[\ud800-\udfff]/gu, '\ufffd')
}
