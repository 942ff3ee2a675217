import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
  createWriteStream,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Ledger } from '../engine/src/record/index.js'
import { openStore } from '../store/src/index.js'
import { good, packed, page, record } from './intake/make-warc.js'
import { pdf } from './intake/make-pdf.js'

const bin = fileURLToPath(new URL('../bin/hearsay', import.meta.url))
const FEED = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Herald</title>
<item><title>Dam</title><link>https://herald.example/dam</link><pubDate>Tue, 06 May 2031 10:00:00 GMT</pubDate>
<content:encoded>&lt;p&gt;“The dam held,” Ana Ruiz said.</content:encoded></item></channel></rss>`
const MAIL =
  'From: Ana Ruiz <ana@herald.example>\r\nSubject: Ferry\r\nMessage-ID: <1@x>\r\n\r\nThe ferry sank, Ben Okafor said.\r\n'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'hearsay-everywhere-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const environment = () => ({ ...process.env, CI: '1', HEARSAY_HOME: join(folder, 'home') })
const write = (name: string, bytes: string | Uint8Array) => writeFileSync(join(folder, name), bytes)

function hearsay(argv: string[], input = '') {
  const options = { cwd: folder, encoding: 'utf8', input, env: environment() } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...argv], options)
  return { status, stdout, stderr }
}

const lines = (stdout: string) => stdout.split('\n').filter((line) => line !== '')

test('a folder of everything is added once, what is bad is told, and adding again adds nothing', () => {
  mkdirSync(join(folder, 'news/deep'), { recursive: true })
  write('news/a.xml', FEED)
  write('news/b.warc.gz', packed(good(1), record({ headers: { 'Content-Length': '9' } }), good(2)))
  write('news/c.pdf', pdf([[{ text: 'The bridge stands, Ana Ruiz said.', y: 700 }]]))
  write('news/deep/d.eml', MAIL)
  write('news/e.jsonl', '{"text":"Cy said no.","outlet":"The Post"}\nnonsense\n')
  const first = hearsay(['add', 'news'])
  expect(lines(first.stdout).map((line) => line.replace(/^(\w+) +\w+ +/, '$1 '))).toEqual([
    'added news/a.xml#https://herald.example/dam',
    'added news/b.warc.gz#https://herald.example/1',
    'added news/b.warc.gz#https://herald.example/2',
    'added news/c.pdf',
    'added news/deep/d.eml',
    'added news/e.jsonl#1',
  ])
  expect(first.stderr).toMatch(
    /^hearsay: news\/b.warc.gz#https:\/\/herald.example\/dam is not as long/m,
  )
  expect(first.stderr).toMatch(/^hearsay: news\/e.jsonl#2 is no JSON object/m)
  expect(first.status).toBe(1)
  const again = hearsay(['add', 'news'])
  expect(lines(again.stdout).every((line) => line.startsWith('known '))).toBe(true)
  expect(hearsay(['verify'])).toMatchObject({ status: 0 })
  const [dam] = lines(hearsay(['export']).stdout).map((line) => JSON.parse(line) as Ledger)
  expect(dam.article).toMatchObject({
    title: 'Dam',
    outlet: 'The Herald',
    published: '2031-05-06T10:00:00Z',
  })
})

test('a page from an archive keeps which record it was, and when it was fetched', async () => {
  const archive = packed(good(1))
  write('a.warc.gz', archive)
  expect(hearsay(['add', 'a.warc.gz'])).toMatchObject({ status: 0 })
  const store = await openStore({ home: join(folder, 'home'), now: () => new Date() })
  const [article] = await store.articles()
  expect(await store.captures(article)).toMatchObject([
    {
      address: 'https://herald.example/1',
      fetched: '2031-05-06T10:00:00.000Z',
      container: {
        hash: createHash('sha256').update(archive).digest('hex'),
        name: 'a.warc.gz',
        member: 'https://herald.example/1',
      },
    },
  ])
  await store.close()
})

test('what was exported can be added from standard input, line by line', () => {
  write('feed.xml', FEED)
  const exported = hearsay(['read', 'feed.xml', '--format', 'jsonl']).stdout
  expect(hearsay(['add', '-'], exported).stdout).toMatch(/^added +\w+ {2}-#1\n$/)
  const [again] = lines(hearsay(['export']).stdout).map((line) => JSON.parse(line) as Ledger)
  const [before] = lines(exported).map((line) => JSON.parse(line) as Ledger)
  expect(again.article.text).toBe(before.article.text)
  expect(again.statements).toEqual(before.statements)
})

test('json is an array for what holds several articles, however many it holds', () => {
  write('feed.xml', FEED)
  write('mail.eml', MAIL)
  const read = (name: string) => JSON.parse(hearsay(['read', name, '--format', 'json']).stdout)
  expect(read('feed.xml')).toHaveLength(1)
  expect(read('mail.eml')).toMatchObject({ article: { title: 'Ferry', byline: 'Ana Ruiz' } })
})

test('an address inside is refused, and no row is made of it', () => {
  const { status, stdout, stderr } = hearsay(['add', 'http://127.0.0.1:9/story'])
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toMatch(/127\.0\.0\.1, which is not on the public internet/)
  expect(hearsay(['verify']).stdout).toMatch(/: 0 articles, 0 captures, 0 blobs/)
  write('feeds.txt', '# ours\nhttp://127.0.0.1:9/feed\n')
  const watched = hearsay(['watch', 'feeds.txt', '--once'])
  expect(watched).toMatchObject({ status: 1, stdout: '' })
  expect(watched.stderr).toMatch(/not on the public internet.*\n.*next visit 20/)
})

test.each([
  ['nothing.txt', null],
  ['empty.txt', '# none\n\n'],
  ['wrong.txt', 'https://herald.example/feed\nherald.example\n'],
])('watch says what is wrong with %s', (name, content) => {
  if (content !== null) write(name, content)
  const { status, stderr } = hearsay(['watch', name])
  expect(status).toBe(1)
  expect(stderr).toMatch(new RegExp(`^hearsay: ${name} `))
})

/** The most memory that `add` takes for an archive, in MB. */
async function peakOfAdding(name: string): Promise<number> {
  const adding = spawn(process.execPath, [bin, 'add', name], {
    cwd: folder,
    env: environment(),
  })
  let peak = 0
  const look = () => {
    try {
      const status = readFileSync(`/proc/${adding.pid}/status`, 'utf8')
      peak = Math.max(peak, Number(/^VmHWM:\s*(\d+)/m.exec(status)?.[1] ?? 0) / 1000)
    } catch {
      // It has ended.
    }
  }
  const watching = setInterval(look, 10)
  const code = await new Promise((resolve) => adding.on('close', resolve))
  clearInterval(watching)
  expect(code).toBe(0)
  return peak
}

test.skipIf(process.platform !== 'linux')(
  'a large archive takes no more memory than a small one',
  async () => {
    const picture = record({
      http: ['HTTP/1.1 200 OK', 'Content-Type: image/png'],
      body: Buffer.alloc(5_000_000, 7),
    })
    const small = good(1)
    write('small.warc', small)
    const large = createWriteStream(join(folder, 'large.warc'))
    for (let number = 0; number < 60; number++) {
      large.write(picture)
      large.write(
        record({
          uri: `https://herald.example/n${number}`,
          body: page(`Ana Ruiz said ${number} dams held.`.padEnd(1_000, ' again')),
        }),
      )
    }
    await new Promise((resolve) => large.end(resolve))
    const least = await peakOfAdding('small.warc')
    expect(await peakOfAdding('large.warc')).toBeLessThan(least + 150)
  },
)
