// What fuzzing begins with: one sound document of each kind that intake reads, and how it is packed once it was changed.
import { createHash } from 'node:crypto'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { stored } from './stored.mjs'

const WORDS =
  'The dam will hold until spring, engineer Ana Ruiz said on Friday. “It held,” she said.'
const ARTICLE = {
  '@context': 'https://schema.org',
  '@graph': [
    { '@type': 'Person', '@id': '#ana', name: 'Ana Ruiz' },
    {
      '@type': 'NewsArticle',
      headline: 'The dam holds',
      author: [{ '@id': '#ana' }],
      publisher: { name: 'Herald' },
      datePublished: '2031-05-06T10:00:00+02:00',
      inLanguage: 'en-GB',
    },
  ],
}
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The dam holds | Herald</title>
<meta property="og:title" content="The dam holds"><meta name="author" content="Ana Ruiz"><meta name="date" content="6 May 2031">
<script type="application/ld+json">${JSON.stringify(ARTICLE)}</script></head><body><nav><a href="/">Home</a></nav>
<article><h1>The dam holds</h1><p class="byline">By ANA RUIZ</p><time datetime="2031-05-06">6 May</time>
<p>${WORDS}</p><figure><img src="a.png"><figcaption>The dam</figcaption></figure><blockquote class="twitter-tweet">Held!</blockquote>
<p>&ldquo;It held,&rdquo; said Ben&#39;s aide.<br>Cy denied it.</p><table><tr><td>1<td>2</table></article></body></html>`
const RSS = `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Herald</title><link>https://herald.example/</link><ttl>60</ttl>
<item><title>Dam &amp; spring</title><link>https://herald.example/1</link><guid isPermaLink="false">1</guid><pubDate>Tue, 06 May 2031 10:00:00 GMT</pubDate><dc:creator>Ana Ruiz</dc:creator><description>In short.</description><content:encoded><![CDATA[<p>${WORDS}</p>]]></content:encoded></item>
<item><title>Two</title><description>&lt;p&gt;Ben said no.&lt;/p&gt;</description></item></channel></rss>`
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">Herald</title><id>urn:x</id><link rel="self" href="/feed"/><updated>2031-05-06T10:00:00Z</updated>
<entry><title>Dam</title><id>urn:1</id><link rel="alternate" href="https://herald.example/1"/><author><name>Ana Ruiz</name></author><published>2031-05-06T10:00:00Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${WORDS}</p></div></content></entry>
<entry><title>Packed</title><id>urn:2</id><content type="text/html;charset=utf-8">PHA+QW5hIHNhaWQgc28uPC9wPg==</content></entry></feed>`
const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>H</title></channel><item rdf:about="y"><title>T</title><link>https://herald.example/1</link><description>${WORDS}</description></item></rdf:RDF>`
const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Herald',
  items: [
    { id: '1', url: 'https://herald.example/1', title: 'Dam', content_html: `<p>${WORDS}</p>` },
    {
      id: '2',
      content_text: 'Ana said so.',
      date_published: '2031-05-06',
      authors: [{ name: 'B' }],
    },
  ],
})
const MAIL = [
  'Return-Path: <a@herald.example>',
  'From: =?utf-8?Q?Ana_Ru=C3=ADz?= <ana@herald.example>',
  'To: b@c.example',
  'Subject: =?utf-8?B?VGhlIGRhbSBob2xkcw==?=',
  'Date: Tue, 06 May 2031 10:00:00 +0200',
  'Message-ID: <1@herald.example>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="b"; charset*0=utf; charset*1="-8"',
  '',
  ...['--b', 'Content-Type: text/plain; charset=iso-8859-1'],
  ...['Content-Transfer-Encoding: quoted-printable', '', `${WORDS}=0A=C3=`, ''],
  ...['--b', 'Content-Type: text/html', '', '<p>Ana said so.</p>', ''],
  ...['--b', 'Content-Type: message/rfc822', '', 'From: c@d', 'Subject: In', '', 'Within.', ''],
  ...['--b', 'Content-Type: text/html; name=dam.html', 'Content-Transfer-Encoding: base64'],
  ...['Content-Disposition: attachment; filename=dam.html', '', 'PHA+QW5hIHNhaWQgc28uPC9wPg==', ''],
  '--b--',
].join('\r\n')
const JSONL = [
  JSON.stringify({
    text: WORDS,
    title: 'Dam',
    published: '6 May 2031',
    url: 'https://a.example/1',
  }),
  JSON.stringify({ html: '<p>Ana said so.</p>', byline: 'Ana', outlet: 'Herald' }),
  JSON.stringify({ contract: 1, article: { text: 'Cy said so.', origin: 'c.txt' } }),
].join('\n')

const digest = (bytes) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

function record(type, http, body, encoded = body) {
  const block = Buffer.concat([Buffer.from(http), encoded])
  const head = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    'WARC-Target-URI: https://herald.example/1',
    'WARC-Date: 2031-05-06T10:00:00Z',
    'WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>',
    `Content-Type: ${http ? 'application/http; msgtype=response' : 'text/html'}`,
    `Content-Length: ${block.length}`,
  ].join('\r\n')
  return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), block, Buffer.from('\r\n\r\n')])
}
const HTTP = 'HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n'
const page = Buffer.from(PAGE)
const chunks = Buffer.concat([
  Buffer.from('5\r\n'),
  page.subarray(0, 5),
  Buffer.from(`\r\n${(page.length - 5).toString(16)};a=b\r\n`),
  page.subarray(5),
  Buffer.from('\r\n0\r\n\r\n'),
])
const WARC = Buffer.concat([
  record('response', `${HTTP}\r\n`, page),
  record('response', `${HTTP}Transfer-Encoding: chunked\r\n\r\n`, page, chunks),
  record('response', `${HTTP}Content-Encoding: br\r\n\r\n`, page, brotliCompressSync(page)),
  record('resource', '', page),
])

const wacz = (warc) =>
  stored([
    [
      'datapackage.json',
      JSON.stringify({ resources: [{ path: 'archive/a.warc', hash: digest(WARC) }] }),
    ],
    ['archive/a.warc', warc],
  ])

const PDF = [
  '%PDF-1.4',
  '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
  '2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj',
  '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 4 0 R >> >> /Contents 5 0 R >> endobj',
  '4 0 obj << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> endobj',
  '5 0 obj << /Length 152 >> stream',
  'BT /F1 12 Tf 72 720 Td (The dam will hold until spring, engi-) Tj 0 -14 Td (neer Ana Ruiz said on Friday.) Tj',
  '0 -40 Td [(It) -300 (held)] TJ ET',
  'endstream endobj',
  '6 0 obj << /Title (The dam) /Author (Ana Ruiz) /CreationDate (D:20310506100000) >> endobj',
  'trailer << /Root 1 0 R /Info 6 0 R >>',
  '%%EOF',
].join('\n')

const same = (bytes) => bytes

/** @type {{ origin: string, bytes: Uint8Array, pack?: (bytes: Uint8Array) => Uint8Array }[]} */
export const SEEDS = [
  { origin: 'story.txt', bytes: WORDS.repeat(3) },
  { origin: 'story.txt', bytes: Buffer.from(`\ufeff${WORDS}`, 'utf16le') },
  {
    origin: '-',
    bytes: Buffer.from('Zo\xeb said \x93the caf\xe9 is open\x94. '.repeat(9), 'latin1'),
  },
  { origin: 'story.html', bytes: PAGE },
  { origin: '-', bytes: `<?xml version="1.0"?><!-- a -->${PAGE}` },
  { origin: 'feed.xml', bytes: RSS },
  { origin: 'feed.atom', bytes: ATOM },
  { origin: 'feed.rdf', bytes: RDF },
  { origin: 'feed.json', bytes: JSON_FEED },
  { origin: 'story.eml', bytes: MAIL },
  { origin: 'all.jsonl', bytes: JSONL },
  { origin: 'a.warc', bytes: WARC },
  { origin: 'a.warc.gz', bytes: WARC, pack: gzipSync },
  { origin: 'a.wacz', bytes: WARC, pack: wacz },
  { origin: 'b.wacz', bytes: wacz(WARC) },
  { origin: 'c.gz', bytes: gzipSync(PAGE) },
  { origin: 'report.pdf', bytes: PDF },
].map(({ bytes, pack = same, ...rest }) => ({ ...rest, bytes: Buffer.from(bytes), pack }))

/** Words and marks that mean something to one parser or another. */
export const TOKENS = [
  ...[
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<!DOCTYPE a [',
    ']>',
    '<?xml',
    '?>',
    '<',
    '>',
    '</',
    '/>',
    '&',
    '&#x110000;',
    '&a;',
  ],
  ...[
    '<p>',
    '<div>',
    '<table>',
    '<script>',
    '<template>',
    '<svg>',
    '<item>',
    '<entry>',
    '<content type="xhtml">',
    '</rss>',
  ],
  ...[
    '"',
    "'",
    '“',
    '\\',
    '\\u0000',
    '{"',
    '[',
    ']',
    '}',
    'null',
    '-1',
    '1e999',
    '99999999999999999999',
    'NaN',
    '0x',
    '%00',
  ],
  ...[
    '\0',
    '\r',
    '\n',
    '\r\n\r\n',
    '\t',
    '\u2028',
    '\ufeff',
    '\ud83d',
    '\u0301',
    '\u202e',
    ' '.repeat(64),
  ],
  ...[
    '--b',
    '--b--',
    '=?utf-8?B?',
    '?=',
    'boundary=',
    'charset=utf-7',
    'charset=',
    'Content-Length: ',
    'WARC/1.0\r\n',
    'HTTP/1.1 ',
  ],
  ...[
    'obj',
    'endobj',
    'stream',
    '<<',
    '>>',
    '/Kids [2 0 R]',
    '/Filter /FlateDecode',
    '(',
    ')',
    '/Length -1',
    'BT',
    'ET',
  ],
  ...[
    'PK\x03\x04',
    '\x1f\x8b\x08',
    'filedesc://',
    'archive/',
    '2031-99-99',
    '0000-00-00',
    '+99:99',
    'https://[',
    'javascript:',
  ],
]
