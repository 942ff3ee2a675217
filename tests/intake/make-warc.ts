import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { base32 } from '../../intake/src/warc/digest.js'

const CRLF = '\r\n'

export interface Invented {
  uri?: string
  type?: string
  date?: string
  /** The HTTP headers, one a line, with the status line first; null for a resource, which has none. */
  http?: string[] | null
  body?: string | Uint8Array
  /** Headers of the record, to add or, with null, to leave out. */
  headers?: Record<string, string | null>
}

export const page = (words: string, title = 'The dam') =>
  `<!doctype html><html><head><title>${title}</title></head><body><article><p>${words}</p></article></body></html>`

export const sha1 = (bytes: Uint8Array) =>
  `sha1:${base32(createHash('sha1').update(bytes).digest())}`

/** One WARC record, sound unless told otherwise. */
export function record(invented: Invented = {}): Buffer {
  const {
    uri = 'https://herald.example/dam',
    type = 'response',
    date = '2031-05-06T10:00:00Z',
  } = invented
  const { http = ['HTTP/1.1 200 OK', 'Content-Type: text/html; charset=utf-8'], headers = {} } =
    invented
  const body = Buffer.from(invented.body ?? page('Ana Ruiz said the dam held.'))
  const block =
    http === null ? body : Buffer.concat([Buffer.from(http.join(CRLF) + CRLF + CRLF), body])
  const all: Record<string, string | null> = {
    'WARC-Type': type,
    'WARC-Target-URI': uri,
    'WARC-Date': date,
    'WARC-Record-ID': `<urn:uuid:${createHash('md5').update(block).digest('hex')}>`,
    'Content-Type': http === null ? 'text/html' : 'application/http; msgtype=response',
    'WARC-Block-Digest': sha1(block),
    'WARC-Payload-Digest': sha1(body),
    'Content-Length': String(block.length),
    ...headers,
  }
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === null ? [] : `${name}: ${value}`,
  )
  const header = ['WARC/1.0', ...lines].join(CRLF) + CRLF + CRLF
  return Buffer.concat([Buffer.from(header), block, Buffer.from(CRLF + CRLF)])
}

export const warcinfo = () =>
  record({
    type: 'warcinfo',
    http: null,
    body: 'software: invented',
    headers: { 'WARC-Target-URI': null, 'Content-Type': 'application/warc-fields' },
  })

/** A file of records, each a gzip member of its own. */
export const packed = (...records: Uint8Array[]): Buffer =>
  Buffer.concat(records.map((each) => gzipSync(each)))

/** Pages about the same dam, each at its own address with its own words. */
export const good = (number: number) =>
  record({
    uri: `https://herald.example/${number}`,
    body: page(`Ana Ruiz said dam number ${number} held.`),
  })
