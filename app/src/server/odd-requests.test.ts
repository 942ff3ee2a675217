import { beforeAll, expect, test } from 'vitest'
import { invented } from '../../../tests/invented-capture.js'
import { served } from '../../../tests/served.js'

const its = served()
interface Operation {
  parameters?: { name: string; in: string }[]
}
let paths: [method: string, path: string, operation: Operation][]
let article: string
beforeAll(async () => {
  const description = JSON.parse((await its.ask({ path: '/api/openapi.json' })).body) as {
    paths: Record<string, Record<string, Operation>>
  }
  paths = Object.entries(description.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]): (typeof paths)[number] => [
      method.toUpperCase(),
      path,
      operation,
    ]),
  )
  const { capture, ledger } = invented()
  article = (await its.parts.store.save(capture, ledger)).article
})

test('a NUL in any parameter of any route is a 400 with a code', async () => {
  let asked = 0
  for (const [method, path, { parameters = [] }] of paths) {
    for (const { name, in: where } of parameters) {
      // What no ticket is, is a 401 before anything else; headers take no such character.
      if (name === 'ticket' || where === 'header') continue
      const other = where === 'query' ? article : 'a%00b'
      const query = where === 'query' ? `?${name}=a%00b` : ''
      const { status, body } = await its.ask({ method, path: path.replace('{id}', other) + query })
      expect({ method, path, name, status }).toEqual({ method, path, name, status: 400 })
      expect(JSON.parse(body)).toMatchObject({ error: { code: 'request-invalid' } })
      asked++
    }
  }
  expect(asked).toBeGreaterThan(40)
})

const correction = { kind: 'revise', statement: 's1', actor: { name: 'a\0', kind: 'person' } }
test.each<[string, string, object]>([
  ['PUT', '/api/searches', { name: 'a\0', query: { limit: 3 } }],
  ['PUT', '/api/searches', { name: 'a\ud83d', query: { limit: 3 } }],
  ['PUT', '/api/searches', { name: 'a', query: { limit: 3, words: 'a\0' } }],
  ['POST', '/api/articles', { text: 'The dam held.', origin: 'a\0' }],
  ['POST', '/api/articles', { text: 'The dam held.', outlet: 'a\ud83d' }],
  ['POST', '/api/read', { text: 'The dam held.', outlet: 'a\0' }],
  ['POST', '/api/articles/{id}/corrections', { change: correction }],
  ['POST', '/api/actors/merge', { ids: ['a\0', 'b'] }],
])('%s %s with %j is a 400', async (method, path, body) => {
  const headers = { 'content-type': 'application/json' }
  const asking = {
    method,
    path: path.replace('{id}', article),
    headers,
    body: JSON.stringify(body),
  }
  const { status, body: answer } = await its.ask(asking)
  expect(status).toBe(400)
  expect(JSON.parse(answer)).toMatchObject({ error: { code: 'request-invalid' } })
  expect(its.logged).toEqual([])
})

test('a file whose name holds a NUL is a 400; a text that does is read', async () => {
  const file = { 'content-type': 'application/octet-stream', 'x-origin': 'a%00' }
  const body = 'The dam \0 held, Ana Ruiz said.'
  const named = await its.ask({ method: 'POST', path: '/api/articles', headers: file, body })
  expect(named.status).toBe(400)
  const json = { 'content-type': 'application/json' }
  const given = JSON.stringify({ text: body })
  const read = await its.ask({ method: 'POST', path: '/api/read', headers: json, body: given })
  expect(read.status).toBe(200)
})
