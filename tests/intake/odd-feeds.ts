import { gzipSync } from 'node:zlib'

/** An odd feed: what it is, its bytes, and the words that the articles in it begin with, or the code that names why not. */
export type Row = [name: string, bytes: Uint8Array | string, expected: string[] | string]

const YES = 'Ana Ruiz said yes.'
const NO = 'Ben Okafor said no.'
const item = (body: string, more = '') => `<item><title>T</title>${more}${body}</item>`
const content = (words: string) => `<content:encoded><![CDATA[<p>${words}</p>]]></content:encoded>`
const described = (words: string) => `<description>&lt;p&gt;${words}&lt;/p&gt;</description>`
const NAMESPACES =
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
const rss = (
  items: string,
  { root = `rss version="2.0" ${NAMESPACES}`, head = '<?xml version="1.0"?>' } = {},
) =>
  `${head}<${root}><channel><title>Herald</title><link>https://herald.example/</link>${items}</channel></${root.split(' ')[0]}>`
const atom = (entries: string, attributes = 'xmlns="http://www.w3.org/2005/Atom"') =>
  `<feed ${attributes}><title>Herald</title><id>urn:x</id><updated>2031-05-06T10:00:00Z</updated>${entries}</feed>`
const entry = (inner: string) => `<entry><title>T</title><id>urn:1</id>${inner}</entry>`
const json = (items: unknown[], more = {}) =>
  JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Herald', items, ...more })
const base64 = (text: string) => Buffer.from(text).toString('base64')
const latin1 = (text: string) => Buffer.from(text, 'latin1')
const utf16 = (text: string, big = false) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return big ? bytes.swap16() : bytes
}
const both = rss(item(content(YES)) + item(content(NO)))
const nest = (tag: string, times: number, inner: string) =>
  `<${tag}>`.repeat(times) + inner + `</${tag}>`.repeat(times)

export const ODD_FEEDS: Row[] = [
  // RSS of all ages
  ['rss-2.xml', both, [YES, NO]],
  ['rss-0.91.xml', rss(item(described(YES)), { root: 'rss version="0.91"' }), [YES]],
  ['rss-without-version.xml', rss(item(described(YES)), { root: 'rss' }), [YES]],
  [
    'rss-1.rdf',
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>H</title></channel><item rdf:about="y"><title>T</title><link>https://herald.example/1</link><description>${YES}</description></item></rdf:RDF>`,
    [YES],
  ],
  [
    'rss-upper-case.xml',
    both.replace(
      /<(\/?)(item|title|channel)>/g,
      (_, slash, name) => `<${slash}${name.toUpperCase()}>`,
    ),
    [YES, NO],
  ],
  ['rss-one-item.xml', rss(item(described(YES))), [YES]],
  [
    'rss-other-prefix.xml',
    rss(`<item><title>T</title><c:encoded><![CDATA[<p>${YES}</p>]]></c:encoded></item>`, {
      root: 'rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/"',
    }),
    [YES],
  ],
  ['rss-undeclared-prefix.xml', rss(item(content(YES)), { root: 'rss version="2.0"' }), [YES]],
  ['rss-only-title.xml', rss('<item><title>Only a title</title></item>'), 'empty-input'],
  ['rss-plain-description.xml', rss(item(`<description>${YES}</description>`)), [YES]],
  ['rss-escaped-twice.xml', rss(item(`<description>${YES} A &amp;amp; B.</description>`)), [YES]],
  [
    'rss-items-outside-channel.xml',
    `<rss version="2.0"><channel><title>H</title></channel>${item(described(YES))}</rss>`,
    [YES],
  ],
  [
    'rss-doctype.xml',
    rss(item(described(YES)), {
      head: '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://herald.example/rss.dtd">',
    }),
    [YES],
  ],
  [
    'rss-stylesheet.xml',
    rss(item(described(YES)), {
      head: '<?xml version="1.0"?><?xml-stylesheet href="a.xsl"?><!-- made by hand -->',
    }),
    [YES],
  ],
  ['rss-blank-lines-before.xml', `\n\n  ${both}`, [YES, NO]],
  ['rss-words-after.xml', `${both}\n<!-- 0.2 s -->\n</html>`, [YES, NO]],
  [
    'rss-fullitem.xml',
    rss(item(`<description>In short.</description><fullitem>&lt;p&gt;${YES}&lt;/p&gt;</fullitem>`)),
    [YES],
  ],
  [
    'rss-body.xml',
    rss(
      item(
        `<description>In short.</description><body xmlns="http://www.w3.org/1999/xhtml"><p>${YES}</p></body>`,
      ),
    ),
    [YES],
  ],
  ['rss-dc-description.xml', rss(item(`<dc:description>${YES}</dc:description>`)), [YES]],
  ['rss-nobody-reads.xml', rss(item(`<notes>${NO}</notes>${described(YES)}`)), [YES]],
  // Atom and JSON
  [
    'atom-base64.xml',
    atom(entry(`<content type="application/octet-stream">${base64(`<p>${YES}</p>`)}</content>`)),
    [YES],
  ],
  [
    'atom-0.3-base64.xml',
    atom(
      entry(`<content type="text/html" mode="base64">\n${base64(`<p>${YES}</p>`)}\n</content>`),
      'version="0.3" xmlns="http://purl.org/atom/ns#"',
    ),
    [YES],
  ],
  [
    'atom-picture.xml',
    atom(entry(`<summary>${YES}</summary><content type="image/png">iVBORw0KGgo=</content>`)),
    [YES],
  ],
  ['atom.xml', atom(entry(`<content type="html">&lt;p&gt;${YES}&lt;/p&gt;</content>`)), [YES]],
  [
    'atom-0.3.xml',
    atom(
      entry(`<content type="text/html" mode="escaped">&lt;p&gt;${YES}&lt;/p&gt;</content>`),
      'version="0.3" xmlns="http://purl.org/atom/ns#"',
    ),
    [YES],
  ],
  [
    'atom-xhtml.xml',
    atom(
      entry(
        `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${YES}</p></div></content>`,
      ),
    ),
    [YES],
  ],
  ['atom-text.xml', atom(entry(`<content>${YES}</content>`)), [YES]],
  [
    'atom-cdata.xml',
    atom(entry(`<content type="html"><![CDATA[<p>${YES}</p>]]></content>`)),
    [YES],
  ],
  ['atom-summary.xml', atom(entry(`<summary>${YES}</summary>`)), [YES]],
  [
    'atom-prefixed.xml',
    `<atom:feed xmlns:atom="http://www.w3.org/2005/Atom"><atom:title>H</atom:title><atom:entry><atom:title>T</atom:title><atom:content>${YES}</atom:content></atom:entry></atom:feed>`,
    [YES],
  ],
  [
    'atom-no-namespace.xml',
    atom(entry(`<content type="html">&lt;p&gt;${YES}</content>`), ''),
    [YES],
  ],
  [
    'feed-1.1.json',
    json([
      { id: '1', content_html: `<p>${YES}` },
      { id: '2', content_text: NO },
    ]),
    [YES, NO],
  ],
  [
    'feed-1.0.json',
    json([{ id: '1', content_text: YES }], { version: 'https://jsonfeed.org/version/1' }),
    [YES],
  ],
  ['feed-number-ids.json', json([{ id: 1, content_text: YES }]), [YES]],
  [
    'feed-null-fields.json',
    json([{ id: '1', content_text: YES, title: null, url: null, authors: null }]),
    [YES],
  ],
  ['feed-byte-order-mark.json', `\ufeff${json([{ id: '1', content_text: YES }])}`, [YES]],
  ['feed-empty.json', json([]), 'feed-empty'],
  ['feed-cut-short.json', json([{ id: '1', content_text: YES }]).slice(0, 90), 'feed-unreadable'],
  // Ill-formed
  ['bare-ampersands.xml', both.replaceAll('Herald', 'Herald & Sons & Co'), [YES, NO]],
  ['html-entities.xml', rss(item(`<description>${YES}&nbsp;&mdash;&hellip;</description>`)), [YES]],
  [
    'unclosed-items.xml',
    `<rss version="2.0"><channel><item><title>A</title>${described(YES)}<item><title>B</title>${described(NO)}</channel></rss>`,
    [YES, NO],
  ],
  ['unclosed-root.xml', both.replace('</channel></rss>', ''), [YES, NO]],
  ['cut-short.xml', both.slice(0, both.indexOf(NO) + NO.length), [YES, NO]],
  ['cut-in-a-tag.xml', both.slice(0, both.lastIndexOf('<title>T') + 4), [YES]],
  [
    'raw-markup.xml',
    rss(item(`<content:encoded><p>${YES}</p><br>More & more.</content:encoded>`)),
    [YES],
  ],
  ['wrong-nesting.xml', both.replace('</item>', '</channel></item>'), [YES, NO]],
  ['unquoted-attributes.xml', both.replace('version="2.0"', 'version=2.0'), [YES, NO]],
  ['control-characters.xml', both.replaceAll('<item>', '<item>\x01\x0b\x1f'), [YES, NO]],
  ['nul-characters.xml', both.replaceAll('<item>', '<item>\0'), [YES, NO]],
  ['duplicate-attributes.xml', both.replace('<rss ', '<rss a="1" a="2" '), [YES, NO]],
  ['unknown-entity.xml', both.replaceAll('Herald', '&herald;'), [YES, NO]],
  ['open-cdata.xml', rss(item(`<description><![CDATA[<p>${YES}</p></description>`)), [YES]],
  ['two-roots.xml', both + rss(item(described(NO))), [YES, NO]],
  // Charsets
  [
    'latin-1-declared.xml',
    latin1(
      rss(item(described('Añá said yes.')), {
        head: '<?xml version="1.0" encoding="ISO-8859-1"?>',
      }),
    ),
    ['Añá said yes.'],
  ],
  [
    'latin-1-undeclared.xml',
    latin1(
      rss(item(described('Señor Muñoz said “yes”, señora Peña said no.'.replace(/[“”]/g, "'")))),
    ),
    ["Señor Muñoz said 'yes'"],
  ],
  [
    'utf-8-called-latin-1.xml',
    rss(item(described('Añá said yes.')), { head: '<?xml version="1.0" encoding="ISO-8859-1"?>' }),
    ['Añá said yes.'],
  ],
  ['byte-order-mark.xml', `\ufeff${both}`, [YES, NO]],
  ['utf-16-le.xml', utf16(both), [YES, NO]],
  ['utf-16-be.xml', utf16(both, true), [YES, NO]],
  [
    'windows-1251.xml',
    Buffer.concat([
      latin1(
        '<?xml version="1.0" encoding="windows-1251"?><rss version="2.0"><channel><item><description>',
      ),
      Buffer.from([0xc0, 0xed, 0xed, 0xe0]),
      latin1(' said yes.</description></item></channel></rss>'),
    ]),
    ['Анна said yes.'],
  ],
  // Hostile
  [
    'entity-bomb.xml',
    `<!DOCTYPE r [<!ENTITY a0 "ha">${Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n + 1} "&a${n};&a${n};">`).join('')}]>${rss(item(`<description>${YES} &a30;</description>`), { head: '' })}`,
    [YES],
  ],
  [
    'entity-of-a-file.xml',
    `<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]>${rss(item(`<description>${YES} &f;</description>`), { head: '' })}`,
    [YES],
  ],
  ['deep.xml', rss(item(`<description>${YES}</description>${nest('a', 50_000, 'x')}`)), [YES]],
  [
    'deep-content.xml',
    rss(item(`<description><![CDATA[${nest('i', 20_000, YES)}]]></description>`)),
    'html-too-deep',
  ],
  ['packed.xml.gz', gzipSync(both), [YES, NO]],
  ['nothing.xml', '', 'empty-input'],
  ['no-feed.rss', 'Not a feed at all.', 'feed-unreadable'],
  ['no-items.xml', rss(''), 'feed-empty'],
  [
    'page-called-feed.rss',
    '<!doctype html><html><body><p>Not found</p></body></html>',
    'feed-unreadable',
  ],
  [
    'ten-thousand-items.xml',
    rss(item(described(YES)).repeat(10_000)).slice(0, 900_000),
    [YES, YES],
  ],
  [
    'prototype.json',
    `{"version":"https://jsonfeed.org/version/1.1","__proto__":{"items":[]},"items":[{"id":"1","content_text":"${YES}"}]}`,
    [YES],
  ],
]
