import { readFile } from 'node:fs/promises'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, expect, test } from 'vitest'
import { invented } from '../../../tests/invented-capture.js'
import { served, type Asking } from '../../../tests/served.js'

const its = served()
const JSON_TYPE = { 'content-type': 'application/json' }

interface Description {
  paths: Record<
    string,
    Record<string, { summary?: string; security?: unknown; responses: Responses }>
  >
  security: unknown
  components: { securitySchemes: unknown }
}
type Responses = Record<string, { content?: Record<string, unknown> }>

let description: Description
let article: string
let other: string
let job: string
let correction: string
let mentions: { article: string; actor: string }[]
beforeAll(async () => {
  description = JSON.parse((await its.ask({ path: '/api/openapi.json' })).body) as Description
  const { capture, ledger } = invented()
  article = (await its.parts.store.save(capture, ledger)).article
  const later = invented({ what: 'the dam fell' })
  other = (await its.parts.store.save(later.capture, later.ledger)).article
  const { store } = its.parts
  const change = { kind: 'revise', statement: 's1', act: 'warn' } as const
  correction = (await store.correct(other, change, 'ana')).correction.id
  const third = invented({ who: 'Bo Lind', what: 'the pier fell' })
  await store.save(third.capture, third.ledger)
  mentions = [{ article: (await store.save(third.capture, third.ledger)).article, actor: 'a1' }]
  job = its.parts.jobs.start('add', async ({ item }) => item({ origin: 'a', outcome: 'added' })).id
})

/** A request to every operation that is described. */
const EXAMPLES: Record<
  string,
  () => Omit<Asking, 'method' | 'path'> & { at?: string; asked?: string }
> = {
  'post /api/links': () => ({}),
  'post /api/session': () => ({ body: JSON.stringify({ code: its.parts.door.links.issue(true) }) }),
  'post /api/tickets': () => ({ body: '{"for":"/api/jobs"}' }),
  'get /api/tickets/{ticket}': () => ({ at: its.parts.door.tickets.issue('/api/jobs') }),
  'get /api/status': () => ({}),
  'post /api/read': () => ({ body: '{"text":"The dam held, officials said on Monday."}' }),
  'post /api/articles': () => ({ body: '{"text":"The dam held, officials said on Monday."}' }),
  'get /api/articles': () => ({}),
  'get /api/jobs': () => ({}),
  'get /api/jobs/{id}': () => ({ at: job }),
  'get /api/jobs/{id}/events': () => ({ at: job }),
  'delete /api/jobs/{id}': () => ({ at: job }),
  'post /api/verify': () => ({}),
  'get /api/articles/{id}': () => ({ at: article }),
  'get /api/articles/{id}/ledger': () => ({ at: article }),
  'get /api/articles/{id}/export': () => ({ at: article }),
  'get /api/articles/{id}/changes': () => ({ at: article, asked: `?from=${other}` }),
  'get /api/articles/{id}/original': () => ({ at: article }),
  'get /api/search': () => ({}),
  'get /api/facets': () => ({}),
  'get /api/searches': () => ({}),
  'put /api/searches': () => ({ body: '{"name":"dams","query":{"words":"dam","limit":20}}' }),
  'delete /api/searches': () => ({ asked: '?name=dams' }),
  'post /api/articles/{id}/corrections': () => ({
    at: article,
    body: '{"change":{"kind":"accept","statement":"s1"}}',
  }),
  'post /api/corrections/{id}/undo': () => ({ at: correction }),
  'get /api/corrections': () => ({}),
  'get /api/actors': () => ({}),
  'get /api/actors/{id}': () => ({ at: 'person:ana-ruiz' }),
  'post /api/actors/merge': () => ({ body: '{"ids":["person:ana-ruiz","person:bo-lind"]}' }),
  'post /api/actors/split': () => ({ body: JSON.stringify({ id: 'person:ana-ruiz', mentions }) }),
  'get /api/review': () => ({}),
  'get /api/journal/head': () => ({}),
  'post /api/re-read': () => ({}),
  'get /api/export': () => ({}),
  'delete /api/articles/{id}': () => ({ at: article }),
  'delete /api/actors/{id}': () => ({ at: 'person:ana-ruiz' }),
}

test('every route of the API is described, and nothing else', () => {
  const described = Object.entries(description.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method} ${path}`),
  )
  const answered = its.app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
    .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`)
    .filter((route) => route !== 'get /api/openapi.json')
  expect(described.sort()).toEqual([...new Set(answered)].sort())
  expect(described).toEqual(Object.keys(EXAMPLES).sort())
})

test('docs/api.md lists every path, and nothing else', async () => {
  const page = await readFile(new URL('../../../docs/api.md', import.meta.url), 'utf8')
  const listed = [...page.matchAll(/^\| (`\/api.*?`) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`(.*?)`/g)].map(([, path]) => path),
  )
  expect(listed.sort()).toEqual(Object.keys(description.paths).sort())
})

test('every operation asks for the token in a header, but those that bring their own secret', () => {
  expect(description.security).toEqual([{ token: [] }])
  expect(description.components.securitySchemes).toEqual({
    token: { type: 'http', scheme: 'bearer', description: expect.stringContaining('serve.token') },
  })
  const open = Object.entries(description.paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([, { security }]) => security !== undefined)
      .map(([method, { security }]) => [`${method} ${path}`, security]),
  )
  expect(open).toEqual([
    ['post /api/session', []],
    ['get /api/tickets/{ticket}', []],
  ])
})

test('every operation says what it is for', () => {
  for (const operations of Object.values(description.paths))
    for (const { summary } of Object.values(operations)) expect(summary).toMatch(/^[A-Z]/)
})

test('answers are as described, and so are refusals', async () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema(description, 'api')
  const check = (operation: string, status: number, body: unknown) => {
    const [method = '', path = ''] = operation.split(' ')
    const responses = description.paths[path]?.[method]?.responses ?? {}
    const code = String(status) in responses ? String(status) : 'default'
    const steps = [
      'paths',
      path,
      method,
      'responses',
      code,
      'content',
      'application/json',
      'schema',
    ]
    const pointer = steps.map((step) => step.replaceAll('/', '~1')).join('/')
    const fits = ajv.compile({ $ref: `api#/${encodeURI(pointer)}` })
    expect({ operation, fits: fits(body), errors: fits.errors }).toEqual({
      ...{ operation, fits: true, errors: null },
    })
  }
  for (const [operation, example] of Object.entries(EXAMPLES)) {
    const [method = '', path = ''] = operation.split(' ')
    const { at = '', asked = '', body } = example()
    const asking = {
      method: method.toUpperCase(),
      path: path.replace(/{\w+}/, at) + asked,
      headers: body === undefined ? {} : JSON_TYPE,
      body,
    }
    const answer = await its.ask(asking)
    expect({ operation, status: answer.status }).toEqual({
      operation,
      status: /^post .*\/(articles|verify|re-read)$/.test(operation) ? 202 : 200,
    })
    if (answer.headers['content-type'] === 'application/json')
      check(operation, answer.status, JSON.parse(answer.body))
    const refused = await its.ask({ ...asking, headers: { host: 'evil.example' } })
    check(operation, refused.status, JSON.parse(refused.body))
  }
})
