import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib'
import { good, packed, page, record } from './make-warc.js'
import { pdfOfStreams } from './make-pdf.js'
import { zip } from './make-zip.js'

const MEGABYTE = 1_000_000
const zeros = (megabytes: number) => Buffer.alloc(megabytes * MEGABYTE)
const html = (megabytes: number) =>
  Buffer.from(page('Ana said so. '.repeat((megabytes * MEGABYTE) / 13)))
const gzip = (bytes: Uint8Array) => gzipSync(bytes, { level: 5 })

const brotli = (bytes: Uint8Array) =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } })

/** `times` layers of gzip around `bytes`. */
const layered = (bytes: Uint8Array, times: number): Uint8Array =>
  times === 0 ? bytes : layered(gzip(bytes), times - 1)

const sent = (body: Uint8Array, encoding: string) =>
  record({
    http: ['HTTP/1.1 200 OK', 'Content-Type: text/html', `Content-Encoding: ${encoding}`],
    body,
  })

/** Streams that draw text, packed; the words are repeated until the page is large. */
const drawing = (megabytes: number) =>
  Buffer.alloc(megabytes * MEGABYTE, 'BT /F1 9 Tf 9 9 Td (Ana said so.) Tj ET\n')

const held = (number: number) => `Ana Ruiz said dam number ${number} held.`

/** Made when its turn comes: some take more memory to make than they may take to open. */
export const BOMBS: [name: string, make: () => Uint8Array, expected: string[], codes: string[]][] =
  [
    ['zeros.html.gz', () => gzip(zeros(600)), [], ['member-too-large']],
    ['layers.html.gz', () => layered(Buffer.from(page('Ana said so.')), 12), [], ['gzip-too-deep']],
    ['layered-zeros.gz', () => layered(zeros(600), 3), [], ['member-too-large']],
    [
      'record.warc.gz',
      () => packed(good(1), record({ body: zeros(200) }), good(2)),
      [1, 2].map(held),
      ['gzip-bomb'],
    ],
    [
      'payload.warc',
      () => Buffer.concat([good(1), sent(gzip(zeros(600)), 'gzip'), good(2)]),
      [1, 2].map(held),
      ['member-too-large'],
    ],
    [
      'payload-brotli.warc',
      () => Buffer.concat([good(1), sent(brotli(zeros(200)), 'br'), good(2)]),
      [1, 2].map(held),
      ['member-too-large'],
    ],
    [
      'payload-deflate.warc',
      () => Buffer.concat([good(1), sent(deflateSync(zeros(200)), 'deflate'), good(2)]),
      [1, 2].map(held),
      ['member-too-large'],
    ],
    [
      'payload-layers.warc',
      () => Buffer.concat([good(1), sent(layered(zeros(200), 3), 'gzip, gzip, gzip'), good(2)]),
      [1, 2].map(held),
      ['member-too-large'],
    ],
    [
      'zeros.wacz',
      () =>
        zip([
          { name: 'archive/a.warc.gz', bytes: zeros(600), method: 'deflated' },
          { name: 'archive/b.warc.gz', bytes: packed(good(2)) },
        ]),
      [held(2)],
      ['zip-bomb'],
    ],
    [
      'lying-size.wacz',
      () =>
        zip([
          { name: 'archive/a.warc', bytes: zeros(200), method: 'deflated', claims: { size: 1000 } },
          { name: 'archive/b.warc.gz', bytes: packed(good(2)) },
        ]),
      [held(2)],
      ['wacz-entry-unreadable'],
    ],
    ['stream.pdf', () => pdfOfStreams([drawing(300)]), [], ['*']],
    ['zeros.pdf', () => pdfOfStreams([zeros(900)]), [], ['*']],
    ['streams.pdf', () => pdfOfStreams(Array.from({ length: 40 }, () => drawing(20))), [], ['*']],
    ['large-page.html', () => html(20), [], ['*']],
    [
      'large-page.warc.gz',
      () => packed(good(1), record({ body: html(15) }), good(2)),
      [1, 2].map(held),
      ['*'],
    ],
    ['tags.html', () => Buffer.from('<p><b>'.repeat(3 * MEGABYTE)), [], ['*']],
    [
      'brackets.jsonl',
      () => Buffer.from(`${'['.repeat(19 * MEGABYTE)}\n{"text":"${held(1)}"}\n`),
      [held(1)],
      ['*'],
    ],
    [
      'items.xml',
      () =>
        Buffer.from(
          `<rss version="2.0"><channel>${'<item><a/><b/></item>'.repeat(2 * MEGABYTE)}</channel></rss>`,
        ),
      [],
      ['*'],
    ],
    [
      'parts.eml',
      () =>
        Buffer.from(
          `From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n${'--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nx\n'.repeat(500_000)}--b--\n`,
        ),
      [],
      ['*'],
    ],
  ]
