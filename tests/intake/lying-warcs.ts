import { gzipSync, brotliCompressSync } from 'node:zlib'
import { createHash } from 'node:crypto'
import type { Row } from './odd-feeds.js'
import { good, packed, page, record, sha1, warcinfo } from './make-warc.js'

/** A damaged WARC: beside the texts that are there all the same, the codes of the records that are not. */
export type WarcRow = [...Row, codes?: string[]]

const held = (number: number) => `Ana Ruiz said dam number ${number} held.`
const three = [good(1), good(2), good(3)]
const LINES = { 'WARC-Block-Digest': null, 'WARC-Payload-Digest': null }
const liar = (length: string | null) => record({ headers: { ...LINES, 'Content-Length': length } })
const html = 'Content-Type: text/html; charset=utf-8'
const sent = (body: Uint8Array, ...headers: string[]) =>
  record({ http: ['HTTP/1.1 200 OK', html, ...headers], body })
const chunked = (bytes: Uint8Array) =>
  Buffer.concat([
    Buffer.from(`${bytes.length.toString(16)}\r\n`),
    bytes,
    Buffer.from('\r\n0\r\n\r\n'),
  ])
const flip = (bytes: Buffer, at: number) => {
  bytes[at] ^= 0xff
  return bytes
}
const YES = 'Ana Ruiz said yes.'
const yes = Buffer.from(page(YES))

export const LYING_WARCS: WarcRow[] = [
  ['sound.warc', Buffer.concat([warcinfo(), ...three]), [1, 2, 3].map(held)],
  ['sound.warc.gz', packed(warcinfo(), ...three), [1, 2, 3].map(held)],
  ['packed-as-a-whole.warc.gz', gzipSync(Buffer.concat(three)), [1, 2, 3].map(held)],
  [
    'chunked-and-packed.warc',
    sent(chunked(gzipSync(yes)), 'Transfer-Encoding: chunked', 'Content-Encoding: gzip'),
    [YES],
  ],
  ['brotli.warc', sent(brotliCompressSync(yes), 'Content-Encoding: br'), [YES]],
  ['said-packed-but-plain.warc', sent(yes, 'Content-Encoding: gzip'), [YES]],
  [
    'charset-in-the-header.warc',
    record({
      http: ['HTTP/1.1 200 OK', 'Content-Type: text/html; charset=windows-1251'],
      body: Buffer.concat([
        Buffer.from('<p>'),
        Buffer.from([0xc0, 0xed, 0xed, 0xe0]),
        Buffer.from(' said yes.'),
      ]),
    }),
    ['Анна said yes.'],
  ],
  [
    'other-digests.warc',
    Buffer.concat([
      record({
        body: yes,
        headers: {
          'WARC-Block-Digest': null,
          'WARC-Payload-Digest': `sha256:${createHash('sha256').update(yes).digest('hex')}`,
        },
      }),
      record({
        body: yes,
        headers: {
          'WARC-Block-Digest': null,
          'WARC-Payload-Digest': `md5:${createHash('md5').update(yes).digest('hex')}`,
        },
      }),
    ]),
    [YES, YES],
  ],
  [
    'passed-over.warc',
    Buffer.concat([
      record({ type: 'request' }),
      record({ type: 'revisit' }),
      record({ type: 'metadata' }),
      record({ http: ['HTTP/1.1 404 Not Found', html] }),
      record({ http: ['HTTP/1.1 200 OK', 'Content-Type: image/png'] }),
      record({
        uri: 'https://herald.example/robots.txt',
        http: ['HTTP/1.1 200 OK', 'Content-Type: text/plain'],
      }),
      record({ type: 'resource', http: null, body: yes }),
    ]),
    [YES],
  ],
  [
    'length-too-great.warc',
    Buffer.concat([good(1), liar('5000'), good(2), good(3)]),
    [1, 2, 3].map(held),
    ['record-truncated'],
  ],
  [
    'length-great.warc',
    Buffer.concat([good(1), liar('900'), good(2), good(3)]),
    [1, 2, 3].map(held),
    ['record-length-wrong'],
  ],
  [
    'length-too-small.warc',
    Buffer.concat([good(1), liar('50'), good(2)]),
    [1, 2].map(held),
    ['record-length-wrong'],
  ],
  [
    'length-too-small.warc.gz',
    packed(good(1), liar('50'), good(2)),
    [1, 2].map(held),
    ['record-length-wrong'],
  ],
  [
    'length-too-great.warc.gz',
    packed(good(1), liar('5000'), good(2)),
    [1, 2].map(held),
    ['record-truncated'],
  ],
  [
    'length-negative.warc',
    Buffer.concat([good(1), liar('-1'), good(2)]),
    [1, 2].map(held),
    ['record-no-length'],
  ],
  [
    'length-missing.warc',
    Buffer.concat([good(1), liar(null), good(2)]),
    [1, 2].map(held),
    ['record-no-length'],
  ],
  [
    'length-without-end.warc',
    Buffer.concat([good(1), liar('99999999999999'), good(2)]),
    [1, 2].map(held),
    ['record-truncated'],
  ],
  [
    'block-digest-wrong.warc',
    Buffer.concat([good(1), record({ headers: { 'WARC-Block-Digest': sha1(yes) } }), good(2)]),
    [1, 2].map(held),
    ['digest-mismatch'],
  ],
  [
    'payload-digest-wrong.warc.gz',
    packed(
      good(1),
      record({ headers: { 'WARC-Block-Digest': null, 'WARC-Payload-Digest': sha1(yes) } }),
      good(2),
    ),
    [1, 2].map(held),
    ['digest-mismatch'],
  ],
  [
    'cut-short.warc',
    Buffer.concat(three).subarray(0, -100),
    [1, 2].map(held),
    ['record-truncated'],
  ],
  ['cut-short.warc.gz', packed(...three).subarray(0, -100), [1, 2].map(held), ['gzip-truncated']],
  [
    'cut-before-the-checksum.warc.gz',
    packed(...three).subarray(0, -6),
    [1, 2].map(held),
    ['gzip-truncated'],
  ],
  [
    'flipped-in-the-middle.warc.gz',
    flip(packed(...three), packed(good(1)).length + 200),
    [1, 3].map(held),
    ['*'],
  ],
  [
    'checksum-wrong.warc.gz',
    flip(packed(...three), packed(good(1), good(2)).length - 6),
    [1, 3].map(held),
    ['gzip-damaged'],
  ],
  [
    'rubbish-between.warc.gz',
    Buffer.concat([packed(good(1)), Buffer.alloc(5000, 7), packed(good(2))]),
    [1, 2].map(held),
    ['gzip-damaged'],
  ],
  [
    'rubbish-between.warc',
    Buffer.concat([good(1), Buffer.from('what is this?\r\n'), good(2)]),
    [1, 2].map(held),
    ['record-malformed'],
  ],
  [
    'no-http-inside.warc',
    Buffer.concat([record({ http: null, type: 'response', body: 'hello' }), good(2)]),
    [held(2)],
    ['record-malformed'],
  ],
  [
    'header-without-end.warc',
    Buffer.concat([
      good(1),
      Buffer.from('WARC/1.0\r\nWARC-Type: response\r\n' + 'X: y\r\n'.repeat(60_000)),
      good(2),
    ]),
    [1, 2].map(held),
    ['record-malformed'],
  ],
  [
    'no-pages.warc',
    Buffer.concat([warcinfo(), record({ type: 'request' })]),
    [],
    ['archive-no-pages'],
  ],
  [
    'old.arc',
    'filedesc://a.arc 0.0.0.0 19960923142103 text/plain 76\n1 0 Alexa',
    [],
    ['arc-not-read'],
  ],
  [
    'old.arc.gz',
    gzipSync('filedesc://a.arc 0.0.0.0 19960923142103 text/plain 76\n'),
    [],
    ['arc-not-read'],
  ],
  ['only-zeros.warc', Buffer.alloc(100_000), [], ['record-malformed']],
]
