import { expect, test } from 'vitest'
import { GUARDS } from './guards.js'
import { ownHosts } from './names.js'
import type { Asked } from './request.js'

const door = { hosts: ownHosts(4977), cookie: 'hearsay-4977', token: 'right' }
const HOST = { host: '127.0.0.1:4977' }
const COOKIE = { ...HOST, cookie: 'right' }
const ORIGIN = { ...COOKIE, origin: 'http://127.0.0.1:4977' }

function judge(line: string, headers: Record<string, string>): string | undefined {
  const [method = '', path = ''] = line.split(' ')
  const asked: Asked = {
    ...{ method, path },
    header: (name) => headers[name],
    cookie: (name) => (name === door.cookie ? headers['cookie'] : undefined),
  }
  for (const guard of GUARDS) {
    const refusal = guard(asked, door)
    if (refusal) return refusal.code
  }
  return undefined
}

test.each([
  ['GET /', HOST],
  ['GET /read/12', { host: 'LocalHost:4977', 'sec-fetch-site': 'none' }],
  ['GET /', { ...HOST, 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'document' }],
  ['GET /apiary', HOST],
  ['GET /api/status', COOKIE],
  ['GET /assets/page.js', { ...COOKIE, 'sec-fetch-site': 'same-origin' }],
  ['GET /api/status', { ...HOST, authorization: 'Bearer right' }],
  ['DELETE /api/articles/1', ORIGIN],
  ['POST /api/read', { ...ORIGIN, 'content-type': 'application/json; charset=utf-8' }],
  ['POST /api/verify', { ...HOST, authorization: 'bearer right' }],
])('%s with %j is let through', (line, headers) => {
  expect(judge(line, headers)).toBeUndefined()
})

test.each([
  ['GET /', {}, 'host-foreign'],
  ['GET /', { host: '127.0.0.1' }, 'host-foreign'],
  ['GET /', { host: '127.0.0.1:80' }, 'host-foreign'],
  ['GET /', { host: '127.0.0.1.evil.example:4977' }, 'host-foreign'],
  ['GET /', { host: 'localhost.:4977' }, 'host-foreign'],
  ['GET /', { ...HOST, 'sec-fetch-dest': 'iframe' }, 'framed'],
  ['GET /', { ...HOST, 'sec-fetch-site': 'cross-site', 'sec-fetch-dest': 'empty' }, 'site-foreign'],
  ['GET /', { ...HOST, origin: 'null' }, 'origin-foreign'],
  ['GET /api/status', { ...COOKIE, origin: 'http://127.0.0.1:8080' }, 'origin-foreign'],
  ['GET /api/status', { ...COOKIE, origin: 'https://127.0.0.1:4977' }, 'origin-foreign'],
  ['GET /api/status', { ...COOKIE, origin: 'http://localhost:4977' }, 'origin-foreign'],
  [
    'GET /api/status',
    { ...COOKIE, 'sec-fetch-site': 'same-site', 'sec-fetch-dest': 'document' },
    'site-foreign',
  ],
  ['GET /api', HOST, 'token-missing'],
  ['GET /assets/page.js', HOST, 'token-missing'],
  ['GET /api/status', { ...HOST, cookie: 'wrong' }, 'token-wrong'],
  ['GET /api/status', { ...COOKIE, authorization: 'Bearer wrong' }, 'token-wrong'],
  ['GET /api/status', { ...COOKIE, authorization: 'Basic right' }, 'token-wrong'],
  ['POST /api/read', { ...COOKIE, 'content-type': 'application/json' }, 'origin-missing'],
  ['POST /api/read', { ...ORIGIN, 'content-type': 'text/plain' }, 'content-type-unknown'],
  ['POST /api/read', { ...ORIGIN, 'content-length': '2' }, 'content-type-unknown'],
  ['POST /api/read', { ...ORIGIN, 'transfer-encoding': 'chunked' }, 'content-type-unknown'],
])('%s with %j is refused as %s', (line, headers, code) => {
  expect(judge(line, headers)).toBe(code)
})
