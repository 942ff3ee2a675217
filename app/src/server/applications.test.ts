import { beforeEach, expect, test, vi } from 'vitest'
import { applyCorrections } from '@hearsay/engine'
import { invented } from '../../../tests/invented-capture.js'
import { served } from '../../../tests/served.js'

// The real thing, counted.
vi.mock('@hearsay/engine', async (original) => {
  const engine = await original<typeof import('@hearsay/engine')>()
  return { ...engine, applyCorrections: vi.fn(engine.applyCorrections) }
})

const its = served()
const DENIES = { kind: 'revise', statement: 's1', act: 'deny' } as const

let count = 0
let article: string
let correction: string
beforeEach(async () => {
  const { capture, ledger } = invented({ what: `lock ${++count} held` })
  article = (await its.parts.store.save(capture, ledger)).article
  correction = (await its.parts.store.correct(article, DENIES, 'ana')).correction.id
  vi.mocked(applyCorrections).mockClear()
})

const ask = async (method: string, path: string, body?: object) => {
  const headers: Record<string, string> =
    body === undefined ? {} : { 'content-type': 'application/json' }
  const answer = await its.ask({ method, path, headers, body: body && JSON.stringify(body) })
  expect(answer.status).toBe(200)
  return answer.body
}
const applied = () => vi.mocked(applyCorrections).mock.calls.length

test('an article is opened with one application of its corrections', async () => {
  await ask('GET', `/api/articles/${article}`)
  expect(applied()).toBe(1)
})

test('a correction takes two, before and after it, and answers with all that it changes', async () => {
  const change = { kind: 'accept', statement: 's1' }
  const body = await ask('POST', `/api/articles/${article}/corrections`, { change })
  expect(applied()).toBe(2)
  const { correction: made, ...reading } = JSON.parse(body) as Record<string, unknown>
  expect(made).toMatchObject({ article, by: its.parts.by })
  const opened = JSON.parse(await ask('GET', `/api/articles/${article}`)) as object
  expect(opened).toEqual({ ...opened, ...reading })
  expect(Object.keys(reading).sort()).toEqual(['corrections', 'disagreements', 'ledger'])
})

test('to take one back takes one', async () => {
  await ask('POST', `/api/corrections/${correction}/undo`, {})
  expect(applied()).toBe(1)
})

test('an article is exported to train on with one', async () => {
  expect(await ask('GET', `/api/export?format=wires&article=${article}`)).toContain('"act":"deny"')
  expect(applied()).toBe(1)
})
