import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Article, Ledger } from '@hearsay/engine'
import type { Capture, PollState } from '@hearsay/store'
import { watch, type Watched, type WatchRequest } from './watch.js'

const MINUTE = 60_000
const NOW = Date.parse('2031-05-06T10:00:00Z')

const item = (number: number) =>
  `<item><link>https://herald.example/${number}</link><description>Ana said ${number}.</description></item>`
const rss = (more: string) => `<rss version="2.0"><channel><title>H</title>${more}</channel></rss>`

let server: Server
let home: string
let asked: IncomingMessage[]
let answer: (response: ServerResponse) => unknown
beforeEach(async () => {
  asked = []
  server = createServer((request, response) => {
    asked.push(request)
    answer(response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(() => void server.close())

/** Remembers visits. */
function memory(): WatchRequest['polls'] & { states: Map<string, PollState> } {
  const states = new Map<string, PollState>()
  return {
    states,
    poll: async (address) => states.get(address) ?? null,
    polled: async (address, state) => void states.set(address, state),
  }
}

/** A store that knows what it was given before. */
function shelf() {
  const kept = new Set<string>()
  const saved = (outcome: 'added' | 'known') => ({ outcome, article: '0'.repeat(64), version: 1 })
  return {
    recall: async ({ address }: Capture) => (kept.has(address) ? saved('known') : null),
    save: async ({ address }: Capture) => {
      kept.add(address)
      return saved('added')
    },
  }
}

const reader = async () => ({ read: async (article: Article) => ({ article }) as Ledger })

async function visit(more: Partial<WatchRequest> = {}): Promise<Watched[]> {
  const happened: Watched[] = []
  const request: WatchRequest = {
    ...{ feeds: [`${home}/feed`], polls: memory(), store: shelf(), reader },
    ...{ everyMs: 5 * MINUTE, once: true, now: () => new Date(NOW), jitter: () => 0 },
    ...{ signal: new AbortController().signal, fetching: { allowPrivate: true } },
    ...more,
  }
  for await (const each of watch(request)) happened.push(each)
  return happened
}

const minutesTo = (due: string) => (Date.parse(due) - NOW) / MINUTE

test('new items are added, and what the feed said is said back to it', async () => {
  const polls = memory()
  const store = shelf()
  const changed = 'Tue, 06 May 2031 09:00:00 GMT'
  answer = (response) =>
    response.writeHead(200, { etag: '"1"', 'last-modified': changed }).end(rss(item(1) + item(2)))
  const first = await visit({ polls, store })
  expect(first.map((each) => ('addition' in each ? each.addition : each))).toMatchObject([
    { saved: { outcome: 'added' } },
    { saved: { outcome: 'added' } },
    { visited: 'changed' },
  ])
  answer = (response) => response.writeHead(304).end()
  const later = () => new Date(NOW + 6 * MINUTE)
  expect(await visit({ polls, store, now: later })).toMatchObject([{ visited: 'unchanged' }])
  expect(asked[1].headers).toMatchObject({ 'if-none-match': '"1"', 'if-modified-since': changed })
  expect(asked[1].headers.accept).toMatch(/rss/)
  // An answer of 304 need not repeat what it confirms.
  expect(polls.states.get(`${home}/feed`)).toMatchObject({ etag: '"1"', failures: 0 })
})

test('a feed that is not due is left alone', async () => {
  const polls = memory()
  answer = (response) => response.end(rss(item(1)))
  await visit({ polls })
  expect(await visit({ polls })).toMatchObject([{ visited: 'not-due' }])
  expect(asked).toHaveLength(1)
})

test.each<[string, number, Record<string, string>, string]>([
  ['every five minutes at least', 5, {}, ''],
  ['as Cache-Control says', 90, { 'cache-control': 'max-age=5400' }, ''],
  ['as its ttl says', 60, { 'cache-control': 'max-age=60' }, '<ttl>60</ttl>'],
  ['once a day at most seldom', 1440, { 'cache-control': 'max-age=99999999' }, ''],
])('a feed is visited %s', async (_how, minutes, headers, more) => {
  answer = (response) => response.writeHead(200, headers).end(rss(more + item(1)))
  const last = (await visit()).at(-1)!
  expect(minutesTo((last as { due: string }).due)).toBe(minutes)
})

test('visits are spread by chance that is handed in', async () => {
  answer = (response) => response.end(rss(item(1)))
  const last = (await visit({ jitter: () => 1 })).at(-1)!
  expect(minutesTo((last as { due: string }).due)).toBe(5.5)
})

test('after each failure it waits twice as long, and as long as it is asked to', async () => {
  const polls = memory()
  const waits: number[] = []
  let now = NOW
  answer = (response) => response.writeHead(500).end()
  for (let turn = 0; turn < 4; turn++) {
    if (turn === 3) answer = (response) => response.writeHead(429, { 'retry-after': '9000' }).end()
    const [failure] = await visit({ polls, now: () => new Date(now) })
    const { due } = failure as { due: string }
    waits.push((Date.parse(due) - now) / MINUTE)
    now = Date.parse(due)
  }
  expect(waits).toEqual([10, 20, 40, 150])
  expect(polls.states.get(`${home}/feed`)).toMatchObject({ failures: 4 })
})

test('what is no feed fails and does not stop the next', async () => {
  answer = (response) => response.end(response.req.url === '/feed' ? '<p>No.' : rss(item(1)))
  const happened = await visit({ feeds: [`${home}/feed`, `${home}/other`] })
  expect(happened).toMatchObject([
    { error: { code: 'feed-unreadable' } },
    { addition: { saved: { outcome: 'added' } } },
    { visited: 'changed' },
  ])
})

test('it goes on until it is stopped', async () => {
  const stop = new AbortController()
  answer = (response) => {
    if (asked.length === 2) stop.abort()
    response.end(rss(item(1)))
  }
  let looked = 0
  const clock = () => new Date(NOW + 10 * MINUTE * looked++)
  const happened = await visit({ once: false, now: clock, signal: stop.signal })
  expect(happened.filter((each) => 'visited' in each)).toHaveLength(2)
})

test('without the option of the tests, loopback is refused', async () => {
  expect(await visit({ fetching: undefined })).toMatchObject([
    { error: { code: 'url-private-address' } },
  ])
  expect(asked).toEqual([])
})
