import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fetchFeed, fetchPage, type FetchOptions } from './fetch.js'

const PAGE = '<p>Ana Ruiz said the dam holds.'

const redirect = (location: string) => (response: ServerResponse) =>
  response.writeHead(302, { location }).end()

/** What the server does at each path. */
const routes: Record<string, (response: ServerResponse) => unknown> = {
  '/page': (response) => response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE),
  '/moved': redirect('/page'),
  '/loop': redirect('/loop'),
  '/inside': redirect('http://169.254.169.254/latest/meta-data'),
  '/to-file': redirect('file:///etc/passwd'),
  '/missing': (response) => response.writeHead(404).end('no'),
  '/silent': () => {},
  '/drip': (response) => setInterval(() => response.write('.'), 20).unref(),
  '/huge': (response) => response.end(Buffer.alloc(200_000, 'a')),
  '/gzip': (response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(PAGE)),
  '/bomb': (response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(10_000_000))),
  '/not-gzip': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(PAGE),
  '/broken-off': (response) => {
    response.writeHead(200, { 'content-length': '1000' }).write(PAGE)
    setTimeout(() => response.destroy(), 20)
  },
  '/feed': (response) => {
    const known = response.req.headers['if-none-match'] === '"1"'
    response.writeHead(known ? 304 : 200, { etag: '"1"', 'cache-control': 'max-age=900' })
    response.end(known ? undefined : PAGE)
  },
  '/busy': (response) => response.writeHead(429, { 'retry-after': '77' }).end(),
  '/headers': (response) => response.end(JSON.stringify(response.req.headers)),
}

let server: Server
let home: string

beforeAll(async () => {
  server = createServer((request, response) => routes[request.url ?? '']?.(response))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

/** Loopback is allowed here alone, so that there is something to fetch. */
const fetchHere = (path: string, options: FetchOptions = {}) =>
  fetchPage(home + path, { allowPrivate: true, deadlineMs: 5_000, maxBytes: 100_000, ...options })

const textOf = async (path: string) => Buffer.from((await fetchHere(path)).bytes).toString()

describe('fetchPage', () => {
  it('gives the bytes, the address and the content type', async () => {
    const page = await fetchHere('/moved')
    expect(Buffer.from(page.bytes).toString()).toBe(PAGE)
    expect(page).toMatchObject({ url: `${home}/page`, contentType: 'text/html' })
  })

  it('unpacks what is packed', async () => {
    expect(await textOf('/gzip')).toBe(PAGE)
  })

  it('sends no cookies and no referrer, and says who asks', async () => {
    const headers = JSON.parse(await textOf('/headers'))
    expect(headers['user-agent']).toMatch(/^Hearsay/)
    expect(Object.keys(headers).sort()).toEqual(
      ['accept', 'accept-encoding', 'connection', 'host', 'user-agent'].sort(),
    )
  })

  it.each([
    ['/loop', 'url-too-many-redirects'],
    ['/inside', 'url-private-address'],
    ['/to-file', 'url-not-http'],
    ['/missing', 'url-http-status'],
    ['/huge', 'url-too-large'],
    ['/bomb', 'url-too-large'],
    ['/not-gzip', 'url-unreachable'],
    ['/broken-off', 'url-unreachable'],
  ])('refuses %s with %s', async (path, code) => {
    await expect(fetchHere(path)).rejects.toMatchObject({ name: 'HearsayError', code })
  })

  it.each(['/silent', '/drip'])('gives %s up at the deadline', async (path) => {
    const began = Date.now()
    await expect(fetchHere(path, { deadlineMs: 200 })).rejects.toMatchObject({
      code: 'url-timeout',
    })
    expect(Date.now() - began).toBeLessThan(2_000)
  })

  it.each([
    ['ftp://example.org/a', 'url-not-http'],
    ['example.org', 'url-not-http'],
    ['http://ana:secret@example.org/', 'url-with-password'],
    ['http://127.0.0.1/', 'url-private-address'],
    ['http://localhost/', 'url-private-address'],
    ['http://2130706433/', 'url-private-address'],
    ['http://0x7f.1/', 'url-private-address'],
    ['http://017700000001/', 'url-private-address'],
    ['http://[::1]/', 'url-private-address'],
    ['http://[::ffff:10.0.0.1]/', 'url-private-address'],
    ['http://169.254.169.254/latest/meta-data', 'url-private-address'],
    ['http://nowhere.invalid/', 'url-unreachable'],
  ])('refuses %s with %s', async (url, code) => {
    await expect(fetchPage(url)).rejects.toMatchObject({ name: 'HearsayError', code })
  })

  it('keeps the password of an address out of the message', async () => {
    await expect(fetchPage('http://ana:secret@example.org/')).rejects.not.toThrow(/secret/)
  })
})

describe('fetchFeed', () => {
  const fetchThere = (path: string, state = {}) =>
    fetchFeed(home + path, state, { allowPrivate: true, deadlineMs: 5_000 })

  it('tells a feed that has not changed from one that is new', async () => {
    const first = await fetchThere('/feed')
    expect(first).toMatchObject({ unchanged: false, etag: '"1"', freshForMs: 900_000 })
    expect(await fetchThere('/feed', first)).toEqual({
      unchanged: true,
      etag: '"1"',
      modified: undefined,
      freshForMs: 900_000,
    })
  })

  it('asks for feeds', async () => {
    const answer = await fetchThere('/headers', { modified: 'Tue, 06 May 2031 10:00:00 GMT' })
    const headers = JSON.parse(Buffer.from((answer as { bytes: Uint8Array }).bytes).toString())
    expect(headers.accept).toMatch(/^application\/atom\+xml/)
    expect(headers['if-modified-since']).toBe('Tue, 06 May 2031 10:00:00 GMT')
  })

  it('says how long a server asks to be left alone', async () => {
    await expect(fetchThere('/busy')).rejects.toMatchObject({ status: 429, retryAfterMs: 77_000 })
  })
})
