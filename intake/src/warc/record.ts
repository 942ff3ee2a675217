import { WARCParser } from 'warcio'
import type { Note } from '@hearsay/engine'
import type { BadMember, Member } from '../found.js'
import { kindOf } from '../sniff/kind.js'
import { Refusal } from '../sandbox/refusal.js'
import { dechunked, unpacked } from './content-encoding.js'
import { matchesDigest } from './digest.js'

const READABLE = /^(text\/html|text\/plain|application\/xhtml\+xml|application\/pdf)\s*(;|$)/i

/** Whether a record may hold a document, by its header. */
export function mayHoldDocument(header: string): boolean {
  const type = /^warc-type:[ \t]*(\w+)/im.exec(header)?.[1].toLowerCase()
  if (type === 'response') return !/^content-type:[ \t]*text\/dns/im.test(header)
  return (
    type === 'resource' &&
    READABLE.test(/^content-type:(.*)$/im.exec(header)?.[1].trim() ?? 'text/html')
  )
}

/**
 * The document in a record, or what is wrong with it; null when it holds something else: a picture, a redirect, an
 * error page.
 */
export async function documentOf(
  header: Uint8Array,
  block: Uint8Array,
): Promise<Member | BadMember | null> {
  let member = 'a record'
  try {
    const record = await WARCParser.parse([header, block])
    if (!record) return null
    member = record.warcTargetURI?.replace(/^<|>$/g, '') ?? member
    const blockDigest = record.warcBlockDigest
    const blockFits = blockDigest ? matchesDigest(blockDigest, block) : null
    if (blockFits === false) {
      throw new Refusal('digest-mismatch', `is not what its WARC-Block-Digest ${blockDigest} says`)
    }
    const { headers, payload, status } = await contentOf(record, block)
    if (status !== null && (status < 200 || status > 299)) return null
    const contentType = headers('content-type') ?? undefined
    if (contentType !== undefined && !READABLE.test(contentType)) return null
    if (/\/robots\.txt$/.test(member)) return null
    const digestNotes = await checkPayload(record.warcPayloadDigest ?? null, payload, blockFits)
    const whole = /chunked/i.test(headers('transfer-encoding') ?? '')
      ? await dechunked(payload)
      : payload
    const bytes = unpacked(whole, headers('content-encoding') ?? '')
    if (contentType === undefined && !looksReadable(bytes)) return null
    if (bytes.length === 0) return null
    return {
      member,
      bytes,
      contentType,
      address: addressOf(member),
      fetched: dateOf(record.warcDate),
      particulars: { url: addressOf(member) },
      notes: [...digestNotes, ...truncation(record.warcHeader('WARC-Truncated'))],
    }
  } catch (error) {
    if (error instanceof Refusal)
      return { member, problem: { code: error.code, message: error.message } }
    const message = `cannot be read: ${(error as Error).message}`.slice(0, 300)
    return { member, problem: { code: 'record-malformed', message } }
  }
}

type WarcRecord = NonNullable<Awaited<ReturnType<typeof WARCParser.parse>>>

interface Content {
  headers: (name: string) => string | null | undefined
  payload: Uint8Array
  status: number | null
}

/** What the server sent: in a resource the whole block, in a response what follows the HTTP headers. */
async function contentOf(record: WarcRecord, block: Uint8Array): Promise<Content> {
  if (record.warcType !== 'response') {
    const headers = (name: string) => (name === 'content-type' ? record.warcContentType : null)
    return { headers, payload: block, status: null }
  }
  const http = record.httpHeaders
  const status = Number(http?.statusCode)
  if (!http || !/^HTTP\//.test(http.statusline) || Number.isNaN(status)) {
    throw new Refusal('record-malformed', 'holds no HTTP answer')
  }
  const payload = await record.readFully(false)
  return { headers: (name) => http.headers.get(name), payload, status }
}

/**
 * Crawlers differ in what they take for the payload, with its chunks or without; where neither fits, the block's own
 * digest decides whether this is a doubt or a lie.
 */
async function checkPayload(
  written: string | null,
  payload: Uint8Array,
  blockFits: boolean | null,
): Promise<Note[]> {
  if (written === null) return []
  const fits = matchesDigest(written, payload)
  if (fits === null) {
    const message = `The archive's digest ${written.slice(0, 80)} is of a kind that cannot be checked.`
    return [{ code: 'digest-unchecked', message }]
  }
  if (fits || matchesDigest(written, await dechunked(payload))) return []
  if (!blockFits)
    throw new Refusal('digest-mismatch', `is not what its WARC-Payload-Digest ${written} says`)
  const message = 'The payload is not what its digest says, though the record as a whole is.'
  return [{ code: 'digest-doubtful', message }]
}

function truncation(reason: string | null | undefined): Note[] {
  if (!reason) return []
  const message = `The archive says that it did not keep all of the page (${reason.slice(0, 40)}).`
  return [{ code: 'record-truncated', message }]
}

function looksReadable(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 500)).toString('latin1')
  return (
    kindOf(bytes.subarray(0, 1024), { origin: '-' }) === 'pdf' ||
    /<(!doctype html|html|head|body)/i.test(start)
  )
}

function addressOf(uri: string): string | undefined {
  if (!URL.canParse(uri)) return undefined
  const url = new URL(uri)
  return /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href : undefined
}

function dateOf(written: string | null | undefined): string | undefined {
  return written && !Number.isNaN(Date.parse(written)) ? new Date(written).toISOString() : undefined
}
