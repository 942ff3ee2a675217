import { expect, test } from 'vitest'
import { GUARDS } from './guards.js'
import { createDoor } from './door.js'
import type { Asked } from './request.js'

const door = { ...createDoor(4977), token: 'right' }
const HOST = { host: '127.0.0.1:4977' }
const TOKEN = { ...HOST, authorization: 'Bearer right' }
const ORIGIN = { ...TOKEN, origin: 'http://127.0.0.1:4977' }

function judge(line: string, headers: Record<string, string>): string | undefined {
  const [method = '', path = ''] = line.split(' ')
  const asked: Asked = {
    ...{ method, path },
    header: (name) => headers[name],
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
  ['GET /api/status', TOKEN],
  ['GET /assets/page.js', { ...HOST, 'sec-fetch-site': 'same-origin' }],
  ['POST /api/session', { ...HOST, 'content-type': 'application/json' }],
  ['GET /api/tickets/ab', HOST],
  ['DELETE /api/articles/1', ORIGIN],
  ['POST /api/read', { ...ORIGIN, 'content-type': 'application/json; charset=utf-8' }],
  ['POST /api/verify', { ...HOST, authorization: 'bearer right' }],
  ['POST /api/read', { ...TOKEN, 'content-type': 'application/json' }],
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
  ['GET /api/status', { ...TOKEN, origin: 'http://127.0.0.1:8080' }, 'origin-foreign'],
  ['GET /api/status', { ...TOKEN, origin: 'https://127.0.0.1:4977' }, 'origin-foreign'],
  ['GET /api/status', { ...TOKEN, origin: 'http://localhost:4977' }, 'origin-foreign'],
  [
    'GET /api/status',
    { ...TOKEN, 'sec-fetch-site': 'same-site', 'sec-fetch-dest': 'document' },
    'site-foreign',
  ],
  ['GET /api', HOST, 'token-missing'],
  ['GET /api/status', { ...HOST, cookie: 'hearsay-4977=right' }, 'token-missing'],
  ['GET /api/status?token=right', HOST, 'token-missing'],
  ['GET /api/session', HOST, 'token-missing'],
  ['PUT /api/session', HOST, 'token-missing'],
  ['POST /api/session/x', HOST, 'token-missing'],
  ['POST /api/tickets/ab', HOST, 'token-missing'],
  ['GET /api/tickets', HOST, 'token-missing'],
  ['GET /api/tickets/ab/cd', HOST, 'token-missing'],
  ['POST /api/tickets', HOST, 'token-missing'],
  ['GET /api/status', { ...TOKEN, authorization: 'Bearer wrong' }, 'token-wrong'],
  ['GET /api/status', { ...TOKEN, authorization: 'Basic right' }, 'token-wrong'],
  ['POST /api/read', { ...ORIGIN, 'content-type': 'text/plain' }, 'content-type-unknown'],
  ['POST /api/read', { ...ORIGIN, 'content-length': '2' }, 'content-type-unknown'],
  ['POST /api/read', { ...ORIGIN, 'transfer-encoding': 'chunked' }, 'content-type-unknown'],
])('%s with %j is refused as %s', (line, headers, code) => {
  expect(judge(line, headers)).toBe(code)
})
