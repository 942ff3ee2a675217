import { gzipSync } from 'node:zlib'
import { pdfOfStreams } from '../intake/make-pdf.js'
import { record } from '../intake/make-warc.js'
import { zip } from '../intake/make-zip.js'

/** `unit` up to so many bytes, 100 kB unless told. */
const times = (unit: string, bytes = 100_000) => unit.repeat(Math.ceil(bytes / unit.length))
const latin1 = (text: string) => Buffer.from(text, 'latin1')
const page = (inner: string) =>
  `<html><body><article><p>Ana said so.</p>${inner}</article></body></html>`
const head = (inner: string) => `<html><head>${inner}</head><body><p>Ana said so.</p></body></html>`
const jsonLd = (json: string) => head(`<script type="application/ld+json">${json}</script>`)
const article = (more: object) => jsonLd(JSON.stringify({ '@type': 'Article', ...more }))
const rss = (inner: string) =>
  `<rss version="2.0"><channel><title>H</title>${inner}</channel></rss>`
const mail = (headers: string, body = 'Ana said so.') =>
  `From: a@b.example\r\nMIME-Version: 1.0\r\n${headers}\r\n\r\n${body}`
const parts = (inner: string) => mail('Content-Type: multipart/mixed; boundary=b', inner)
const warc = (more: Record<string, string>) => record({ headers: more })
const drawn = (commands: string) => pdfOfStreams([latin1(`BT /F1 9 Tf 9 9 Td ${commands} ET`)])

/** What is crafted to make a pattern or a parser try the same bytes over and over: its name, by whose extension it is told, and its bytes. */
export const CRAFTED: [name: string, bytes: string | Uint8Array][] = [
  // What something is
  ['comments', '<!---->'.repeat(40)],
  ['many-comments', times('<!---->')],
  ['comments-unclosed', times('<!-- -')],
  ['doctype-brackets', `<!DOCTYPE a[${times('a]][')}`],
  ['doctype-more-brackets', times('<!DOCTYPE a[a]][a]]')],
  ['doctypes', times('<!DOCTYPE a>')],
  ['instructions', times('<?a?>')],
  ['instruction-unclosed', `<?${times('?')}`],
  ['blanks-and-a-tag', `${times(' \n')}<rss>`],
  ['prefix-of-rdf', `<${times('a')}:RDF>`],
  ['headers-of-a-mail', times('From: a\n')],
  ['blank-lines', times('\r\n\r')],
  ['braces', times('{ ')],
  ['gzip-magic.gz', latin1(times('\x1f\x8b\x08\0'))],
  // Charsets
  ['meta-unclosed.html', times('<meta charset ')],
  ['meta-blanks.html', `<meta charset=${times(' ')}`],
  ['xml-encoding.html', `<?xml ${times(' encoding')}`],
  ['charset-of-no-kind.txt', latin1(times('\x80\xff\xfe\x81'))],
  ['utf-16-halves.txt', latin1(`\xff\xfe${times('\0\xd8')}`)],
  ['undecodable.txt', latin1(times('a\xc3(', 100_000))],
  // HTML
  ['tags-unclosed.html', times('<a<')],
  ['html-tags.html', times('<html ')],
  ['quotes-unclosed.html', page(times('<a b="'))],
  ['attributes.html', page(`<a ${times('b=c ')}>x</a>`)],
  ['entities.html', page(times('&amp'))],
  ['numbered-entities.html', page(times('&#9999999;'))],
  ['lists-unclosed.html', page(times('<li>a'))],
  ['tables-in-cells.html', page('<table><td>'.repeat(400))],
  ['formatting-unclosed.html', page(times('<b><i><a>x', 20_000))],
  ['comment-ends.html', page(times('--> <!-- '))],
  ['scripts-unclosed.html', page(times('<script>'))],
  ['times-and-captions.html', page(times('<time>1</time><figcaption>a</figcaption>'))],
  ['breaks.html', page(times('<br> '))],
  ['blank-paragraphs.html', page(times('<p> </p>'))],
  ['links-alone.html', page(times('<a href="#">a</a> '))],
  // Metadata and dates
  ['title-of-bars.html', head(`<title>${times(' | -')}</title>`)],
  ['title-of-blanks.html', head(`<title>aaaaaaaaaaa${times(' ')}|</title>`)],
  ['meta-of-one-name.html', head(times('<meta name="author" content="a">'))],
  ['date-of-digits.html', head(`<meta name="date" content="${times('2')}">`)],
  ['date-of-words.html', head(`<meta name="date" content="${times('May 2031 ')}">`)],
  [
    'date-of-fractions.html',
    head(`<meta name="date" content="2031-05-06T10:00:00.${times('0')} ">`),
  ],
  ['json-ld-comments.html', jsonLd(times('/*<!--'))],
  ['json-ld-ends.html', jsonLd(`{}${times(']]> ')}`)],
  ['json-ld-brackets.html', jsonLd(times('['))],
  [
    'json-ld-authors.html',
    article({ author: Array.from({ length: 9_000 }, (_, at) => ({ '@id': at })) }),
  ],
  [
    'json-ld-graph.html',
    jsonLd(JSON.stringify({ '@graph': Array.from({ length: 9_000 }, (_, at) => ({ '@id': at })) })),
  ],
  // Feeds
  ['items-unclosed.xml', rss(times('<item>'))],
  [
    'authors-in-brackets.xml',
    rss(`<item><author>${times('(a')}</author><description>Ana</description></item>`),
  ],
  [
    'markup-in-text.xml',
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry><content>${times('&lt;a')}</content></entry></feed>`,
  ],
  [
    'entities-within.xml',
    `<!DOCTYPE rss [<!ENTITY a "b">${times('<!ENTITY c "&a;&a;">', 5_000)}]>${rss('<item><description>&c;</description></item>')}`,
  ],
  // Mail
  ['header-folds.eml', mail(`Subject: ${times('a\r\n ')}`)],
  ['words-encoded.eml', mail(`Subject: ${times('=?utf-8?Q?=')}`)],
  ['parameters.eml', mail(`Content-Type: text/plain; ${times('a*0=b;')}`)],
  ['boundaries.eml', parts(times('--b\r\n'))],
  ['list-of-brackets.eml', mail(`List-Id: ${times('<a')}`)],
  // Archives, PDF, JSON Lines
  ['header-of-blanks.warc', warc({ 'Content-Type': times(' \t') })],
  ['digest-of-padding.warc', warc({ 'WARC-Payload-Digest': `sha1:${times('=')}a` })],
  ['beginnings.warc', times('\nWARC/1.0\r\na')],
  ['names.wacz', zip([{ name: `archive/${times('.warc', 60_000)}`, bytes: latin1('a') }])],
  ['one-line.pdf', drawn(times('(a-) Tj '))],
  ['hyphens.pdf', drawn(times('(engi-) Tj 0 -9 Td (neer) Tj '))],
  ['brackets.pdf', `%PDF-1.4\n${times('[')}`],
  ['line-of-brackets.jsonl', `{"text":${times('[')}\n{"text":"Ana said so."}\n`],
  ['packed-blanks.gz', gzipSync(times(' \n<!--'))],
]
