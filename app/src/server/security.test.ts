import { describe, expect, test } from 'vitest'
import { served } from '../../../tests/served.js'

const its = served()
const ID = 'ab'.repeat(32)
const JSON_TYPE = { 'content-type': 'application/json' }

interface Route {
  method: string
  path: string
}

/** Every route that the application itself lists, and paths of the page; a new route is here without doing anything. */
function routes(): Route[] {
  const listed = its.app.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => ({ method, path: path.replace(/:\w+/g, ID).replace('*', '') }))
  const page = ['/', '/read/1', '/search?words=dam', '/assets/page-1.js', '/mark.svg']
  return [...listed, ...page.map((path) => ({ method: 'GET', path }))]
}

const isPage = ({ path }: Route) => !path.startsWith('/api/')
/** Brought a code or a ticket, they need no token. */
const isEntry = ({ method, path }: Route) =>
  `${method} ${path}` === 'POST /api/session' || `${method} ${path}` === `GET /api/tickets/${ID}`
const needsToken = (route: Route) => !isPage(route) && !isEntry(route)
const isWrite = ({ method }: Route) => method !== 'GET'
const body = (route: Route) =>
  route.method === 'POST' || route.method === 'PUT' ? '{}' : undefined

type Headers = Record<string, string | undefined>

/** Every route refuses a request from the page once it carries `headers`. */
async function allRefuse(
  headers: Headers,
  expected: { status: number; code: string },
  which: (route: Route) => boolean = () => true,
) {
  const asked = routes().filter(which)
  expect(asked.length).toBeGreaterThan(0)
  for (const route of asked) {
    const type = body(route) === undefined ? {} : JSON_TYPE
    const answer = await its.askAsPage({
      ...route,
      body: body(route),
      headers: { ...type, ...headers },
    })
    expect({ ...route, status: answer.status, ...JSON.parse(answer.body) }).toEqual({
      ...{ ...route, status: expected.status },
      error: { code: expected.code, message: expect.stringMatching(/\.$/) },
    })
  }
}

describe('every route refuses', () => {
  test.each([
    ['evil.example'],
    ['127.0.0.1'],
    ['127.0.0.1:1'],
    ['localhost.evil.example'],
    ['evil.example:4977'],
    ['127.0.0.1.nip.example'],
    ['0.0.0.0'],
    ['[::ffff:127.0.0.1]'],
    ['2130706433'],
    ['localhost:1@evil.example'],
  ])('the foreign Host %s', (host) =>
    allRefuse({ host, origin: undefined }, { status: 403, code: 'host-foreign' }),
  )

  test.each([
    ['https://evil.example'],
    ['null'],
    ['http://127.0.0.1:1'],
    ['http://localhost'],
    ['file://'],
  ])('the foreign Origin %s', (origin) =>
    allRefuse({ origin }, { status: 403, code: 'origin-foreign' }),
  )

  test.each([['iframe'], ['frame'], ['embed'], ['object'], ['fencedframe']])(
    'to be shown in a frame, as %s',
    (dest) => allRefuse({ 'sec-fetch-dest': dest }, { status: 403, code: 'framed' }),
  )

  test.each([['cross-site'], ['same-site'], ['anything']])(
    'what another page asks for (%s), except the page in a tab of its own',
    async (site) => {
      const headers = { 'sec-fetch-site': site, origin: undefined }
      const refused = { status: 403, code: 'site-foreign' }
      await allRefuse(headers, refused)
      await allRefuse(
        { ...headers, 'sec-fetch-dest': 'document' },
        refused,
        (route) => !isPage(route),
      )
    },
  )

  test('a request without token', () =>
    allRefuse({ authorization: undefined }, { status: 401, code: 'token-missing' }, needsToken))

  test.each([['Bearer wrong'], ['Bearer '], ['Basic dGhlLXRva2Vu'], ['the-token']])(
    'a wrong token, %j',
    (authorization) =>
      allRefuse({ authorization }, { status: 401, code: 'token-wrong' }, needsToken),
  )

  test('the token where a browser brings it by itself: in a cookie, or in the address', async () => {
    const refused = { status: 401, code: 'token-missing' }
    const cookie = `hearsay=the-token; hearsay-${new URL(its.origin).port}=the-token`
    await allRefuse({ cookie, authorization: undefined }, refused, needsToken)
    for (const path of ['/api/status?token=the-token', '/api/status?code=the-token']) {
      const { status } = await its.ask({ path, headers: { authorization: undefined } })
      expect({ path, status }).toEqual({ path, status: 401 })
    }
  })

  test.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['application/jsonp'],
    [''],
  ])('writing as %j', (type) =>
    allRefuse({ 'content-type': type }, { status: 415, code: 'content-type-unknown' }, isWrite),
  )
})

test('every route that takes a body refuses one that is too large or no JSON', async () => {
  const taking = routes().filter((route) => body(route) !== undefined)
  expect(taking.length).toBeGreaterThan(1)
  const huge = '0'.repeat(64_000_001)
  for (const route of taking) {
    const large = await its.ask({ ...route, headers: JSON_TYPE, body: huge })
    expect({ ...route, status: large.status }).toEqual({ ...route, status: 413 })
  }
  for (const route of taking.filter(({ path }) =>
    /\/(read|articles|corrections|merge|split)$/.test(path),
  ))
    for (const broken of ['{', '[', 'null', '"text"', '{"text":1}', '{"words":"a"}', '{}', '']) {
      const { status, body } = await its.ask({ ...route, headers: JSON_TYPE, body: broken })
      expect({ broken, status }).toEqual({ broken, status: 400 })
      expect(JSON.parse(body).error.code).toMatch(/^request-/)
    }
})

test('every route with an id says that it does not know it', async () => {
  const change = '{"change":{"kind":"accept","statement":"s1"}}'
  for (const route of routes().filter((each) => each.path.includes(ID) && !isEntry(each))) {
    const sent = route.path.endsWith('/corrections') ? { headers: JSON_TYPE, body: change } : {}
    const { status, body } = await its.ask({ ...route, ...sent })
    expect({ ...route, status, code: JSON.parse(body).error.code }).toEqual({
      ...{ ...route, status: 404 },
      code: expect.stringMatching(/^(article|job|actor|correction)-unknown$/),
    })
  }
})

test('every answer says that it is not to be framed, guessed at, shared or kept', async () => {
  for (const route of routes())
    for (const answer of [
      await its.askAsPage(route),
      await its.askAsPage({ ...route, headers: { host: 'evil.example' } }),
    ])
      expect(answer.headers).toMatchObject({
        'x-frame-options': 'DENY',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
        'cache-control': expect.stringMatching(/^(no-store|no-cache|private)/),
      })
})

test('no answer lets other origins read it', async () => {
  for (const { path } of routes()) {
    const headers = { 'access-control-request-method': 'GET' }
    const { status, headers: said } = await its.askAsPage({ method: 'OPTIONS', path, headers })
    expect({ path, status }).toEqual({ path, status: 404 })
    expect(Object.keys(said).filter((name) => name.startsWith('access-control'))).toEqual([])
  }
})

test('a foreign name in the request line or no Host at all gets nothing either', async () => {
  const absolute = await its.ask({
    path: 'http://evil.example/api/status',
    headers: { host: 'evil.example' },
  })
  expect(absolute.status).toBe(403)
  const none = await its.ask({ path: '/api/status', headers: { host: undefined } })
  expect(none.status).toBe(403)
})

test('no way of writing a path gets around the token', async () => {
  const ways = ['/%61pi/status', '//api/status', '/api//status', '/API/status', '/x/../api/status']
  for (const path of [...ways, '/api/status/', '/api/status?', '/api/status;x', '/api%2fstatus']) {
    const { body } = await its.ask({ path, headers: { authorization: undefined } })
    expect(body).toMatch(/The page|token-missing/)
  }
})

test('too many articles that wait to be read are refused', async () => {
  const asking = {
    method: 'POST',
    path: '/api/read',
    headers: JSON_TYPE,
    body: '{"text":"It held."}',
  }
  const answers = await Promise.all(Array.from({ length: 30 }, () => its.ask(asking)))
  const statuses = answers.map(({ status }) => status)
  expect(new Set(statuses)).toEqual(new Set([200, 429]))
})

test('a fault is told where the server runs, and none of it to who asked', async () => {
  const { store } = its.parts
  const counts = store.counts
  store.counts = () => Promise.reject(new Error('secret insides'))
  const { status, body } = await its.ask({ path: '/api/status' })
  store.counts = counts
  expect({ status, code: JSON.parse(body).error.code }).toEqual({ status: 500, code: 'internal' })
  expect(body).not.toContain('secret')
  expect(its.logged.map(String)).toEqual(['Error: secret insides'])
})

test('the page is given to whoever asks, holds nothing, and has the strictest policy', async () => {
  const { status, headers, body } = await its.ask({
    path: '/read/1',
    headers: { authorization: undefined },
  })
  expect({ status, body }).toEqual({ status: 200, body: expect.stringContaining('The page') })
  expect(headers['set-cookie']).toBeUndefined()
  expect(body).not.toContain('the-token')
  expect(headers['content-security-policy']).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types svelte-trusted-html",
  )
})

test.each([
  ['same-origin', 'page'],
  ['none', 'outside'],
  [undefined, 'outside'],
  ['same-site', 'elsewhere'],
  ['cross-site', 'elsewhere'],
])('the page is told that one comes to it from %s: %s', async (site, arrival) => {
  const headers = { 'sec-fetch-site': site, 'sec-fetch-dest': 'document' }
  const { body } = await its.ask({ path: '/search?words=dam', headers })
  expect(body).toContain(`<html data-arrival="${arrival}"`)
})

/** A code as a link brings it, from the page unless told. */
const enter = (code: string, headers: Headers = {}) =>
  its.askAsPage({
    ...{ method: 'POST', path: '/api/session', body: JSON.stringify({ code }) },
    headers: { ...JSON_TYPE, authorization: undefined, ...headers },
  })

test('a link gives the token once, and a guess nothing', async () => {
  const made = await its.ask({ method: 'POST', path: '/api/links' })
  const [, code = ''] = /#code=(.+)$/.exec(JSON.parse(made.body).link) ?? []
  for (const guess of ['', 'guess', code.slice(1), code.toLowerCase()])
    expect((await enter(guess)).status).toBe(401)
  for (const headers of [{ origin: 'http://127.0.0.1:1' }, { host: 'evil.example' }])
    expect((await enter(code, headers)).status).toBe(403)
  expect(JSON.parse((await enter(code)).body)).toEqual({ token: 'the-token' })
  const again = await enter(code)
  expect([again.status, JSON.parse(again.body).error.code]).toEqual([401, 'link-spent'])
})

test('of two who bring a link at once, one comes in', async () => {
  const code = its.parts.door.links.issue(true)
  const answers = await Promise.all(Array.from({ length: 20 }, () => enter(code)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
})

test('a ticket stands for one address, once, and nobody makes one without the token', async () => {
  const asking = { method: 'POST', path: '/api/tickets', headers: JSON_TYPE }
  const body = '{"for":"/api/export?format=csv"}'
  const { address } = JSON.parse((await its.ask({ ...asking, body })).body)
  const take = () => its.ask({ path: address, headers: { authorization: undefined } })
  const { status, headers } = await take()
  expect([status, headers['content-disposition']]).toEqual([
    200,
    'attachment; filename="hearsay.csv"',
  ])
  expect(JSON.parse((await take()).body).error.code).toBe('ticket-spent')
  for (const wrong of ['//evil.example/api/status', 'http://evil.example/', '/read/1', '/api/\\x'])
    expect((await its.ask({ ...asking, body: JSON.stringify({ for: wrong }) })).status).toBe(400)
})

test('assets are what the build made, and nothing around it', async () => {
  const { status, headers, body } = await its.askAsPage({ path: '/assets/page-1.js' })
  expect({ status, body, type: headers['content-type'] }).toEqual({
    ...{ status: 200, body: '1', type: 'text/javascript; charset=utf-8' },
  })
  for (const path of [
    '/assets/none.js',
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
  ])
    expect((await its.askAsPage({ path })).body).not.toContain('"name"')
  expect((await its.askAsPage({ path: '/assets/none.js' })).status).toBe(404)
})
