import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { good, packed, record } from '../../../tests/intake/make-warc.js'
import { zip } from '../../../tests/intake/make-zip.js'
import { documents } from './documents.js'
import type { Found, FoundDocument } from '../found.js'
import type { Source } from '../source.js'

const hashOf = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex')

async function open(
  name: string,
  content: string | Uint8Array,
  more: Partial<Source> = {},
): Promise<Found[]> {
  const bytes = Buffer.from(content)
  const found: Found[] = []
  const source = { from: { bytes }, origin: name, address: `file:///news/${name}`, ...more }
  for await (const each of documents(source)) found.push(each)
  return found
}

const textOf = (found: Found) => Buffer.from((found as FoundDocument).bytes).toString()

const FEED = `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
  <channel><title>The Herald</title><link>https://herald.example/</link>
  <item><title>Dam &amp;amp; ferry</title><link>/1</link><dc:creator>Ana Ruiz</dc:creator>
    <pubDate>Tue, 06 May 2031 10:00:00 GMT</pubDate><content:encoded>&lt;p&gt;It held.</content:encoded></item>
  <item><title>Two</title><link>javascript:alert(1)</link><description>In short.</description></item>
  </channel></rss>`

describe('documents', () => {
  it('gives a plain document back as it is', async () => {
    const [only] = await open('dam.txt', 'Ana said so.')
    expect(only).toMatchObject({
      origin: 'dam.txt',
      address: 'file:///news/dam.txt',
      particulars: {},
    })
    expect(textOf(only)).toBe('Ana said so.')
  })

  it('gives the items of a feed, with what the feed says of them', async () => {
    const [first, second] = await open('feed.xml', FEED)
    expect(first).toMatchObject({
      origin: 'feed.xml#https://herald.example/1',
      address: 'https://herald.example/1',
      contentType: 'text/html; charset=utf-8',
      particulars: {
        url: 'https://herald.example/1',
        published: '2031-05-06T10:00:00Z',
        title: 'Dam & ferry',
        byline: 'Ana Ruiz',
        outlet: 'The Herald',
      },
      notes: [],
      container: { hash: hashOf(FEED), name: 'feed.xml', member: 'https://herald.example/1' },
    })
    expect(textOf(first)).toBe('<p>It held.')
    // A script is no address.
    expect(second).toMatchObject({
      origin: 'feed.xml#item 2',
      address: 'file:///news/feed.xml#item%202',
      notes: [{ code: 'summary-only' }],
    })
  })

  it('reads links of a feed against where the feed was', async () => {
    const feed = FEED.replace('<link>https://herald.example/</link>', '')
    const [first] = await open('https://herald.example/news/feed', feed, {
      address: 'https://herald.example/news/feed',
    })
    expect(first).toMatchObject({ address: 'https://herald.example/1' })
  })

  it('gives the pages of an archive as of when they were fetched, and flags a bad one', async () => {
    const archive = packed(good(1), record({ headers: { 'Content-Length': '9' } }), good(2))
    const [first, bad, second] = await open('a.warc.gz', archive)
    expect(first).toMatchObject({
      address: 'https://herald.example/1',
      fetched: '2031-05-06T10:00:00.000Z',
      contentType: 'text/html; charset=utf-8',
      container: { hash: hashOf(archive), member: 'https://herald.example/1' },
    })
    expect(bad).toMatchObject({
      member: 'https://herald.example/dam',
      error: { name: 'HearsayError' },
    })
    expect(second).toMatchObject({ address: 'https://herald.example/2' })
  })

  it('tells an archive that is not what its package says, and reads it with a note', async () => {
    const archive = packed(good(1))
    const resources = [{ path: 'archive/a.warc.gz', hash: `sha256:${hashOf('other')}` }]
    const files = [
      { name: 'datapackage.json', bytes: Buffer.from(JSON.stringify({ resources })) },
      { name: 'archive/a.warc.gz', bytes: archive },
    ]
    const found = await open('a.wacz', zip(files))
    expect(found).toMatchObject([
      { member: 'archive/a.warc.gz', error: { code: 'digest-mismatch' } },
      { address: 'https://herald.example/1', notes: [{ code: 'archive-digest-mismatch' }] },
    ])
  })

  describe('the signature of an archive', () => {
    const hash = (text: string) => `sha256:${hashOf(text)}`
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-384' })
    const datapackage = JSON.stringify({ resources: [] })
    const signed = (of: string) => ({
      path: 'datapackage.json',
      hash: hash(datapackage),
      signedData: {
        hash: hash(datapackage),
        signature: sign('sha256', Buffer.from(of), {
          key: privateKey,
          dsaEncoding: 'ieee-p1363',
        }).toString('base64'),
        publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
      },
    })
    const opened = (digest: object) =>
      open(
        'a.wacz',
        zip([
          { name: 'datapackage.json', bytes: Buffer.from(datapackage) },
          { name: 'datapackage-digest.json', bytes: Buffer.from(JSON.stringify(digest)) },
          { name: 'archive/a.warc.gz', bytes: packed(good(1)) },
        ]),
      )

    it('that fits is told to be of a key that nobody knows', async () => {
      const notes = [{ code: 'archive-signature-unchecked' }]
      expect(await opened(signed(hash(datapackage)))).toMatchObject([{ notes }])
    })

    it.each([
      ['is of something else', signed(hash('other'))],
      ['belongs to another datapackage', { ...signed(hash(datapackage)), hash: hash('other') }],
    ])('that %s is wrong', async (_what, digest) => {
      const code = 'archive-signature-wrong'
      expect(await opened(digest)).toMatchObject([{ error: { code } }, { notes: [{ code }] }])
    })
  })

  it('gives a mail and what is attached to it', async () => {
    const mail = [
      'From: Ana Ruiz <ana@herald.example>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      ...['--b', 'Content-Type: text/plain', '', 'See there.'],
      ...[
        '--b',
        'Content-Type: text/html',
        'Content-Disposition: attachment; filename=dam.html',
        '',
        '<p>It held.',
      ],
      ...[
        '--b',
        'Content-Type: image/png',
        'Content-Disposition: attachment; filename=a.png',
        '',
        'x',
        '--b--',
      ],
    ].join('\r\n')
    const found = await open('a.eml', mail)
    expect(found).toMatchObject([
      { origin: 'a.eml', contentType: 'message/rfc822' },
      {
        origin: 'a.eml#dam.html',
        address: 'file:///news/a.eml#dam.html',
        contentType: 'text/html',
      },
    ])
    expect(textOf(found[0])).toBe(mail)
  })

  it('gives the articles on lines of JSON, and names a line that is none', async () => {
    const ledger = {
      contract: 1,
      article: { text: 'Cy said so.', outlet: 'The Post', origin: 'c.txt' },
    }
    const lines = [
      '{"text":"Ana said so.","published":"6 May 2031"}',
      '',
      '{"text":',
      JSON.stringify(ledger),
    ]
    const found = await open('all.jsonl', lines.join('\n'))
    expect(found).toMatchObject([
      {
        origin: 'all.jsonl#1',
        address: 'file:///news/all.jsonl#1',
        particulars: { published: '2031-05-06' },
      },
      { origin: 'all.jsonl#3', error: { code: 'line-not-json' } },
      { origin: 'all.jsonl#4', particulars: { outlet: 'The Post' } },
    ])
    expect(textOf(found[2])).toBe('Cy said so.')
  })

  it('unpacks what is packed, and reads a stream no further than it must', async () => {
    const [only] = await open('dam.txt.gz', gzipSync('Ana said so.'))
    expect(textOf(only)).toBe('Ana said so.')
    async function* endless() {
      for (;;) yield Buffer.from('{"text":"Ana said so."}\n')
    }
    const source = { from: { stream: endless() }, origin: '-', address: '-' }
    for await (const found of documents(source)) {
      expect(found).toMatchObject({ origin: '-#1', address: '-' })
      break
    }
  })

  it('says that what is no feed is none', async () => {
    await expect(open('a.rss', 'Ana said so.')).rejects.toMatchObject({ code: 'feed-unreadable' })
  })
})
