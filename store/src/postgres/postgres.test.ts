import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { temporaryStore } from '../../../tests/temporary-store.js'
import { openStore } from '../index.js'
import { numbered } from './placeholders.js'
import { plainName } from './plain-name.js'

const its = temporaryStore('PostgreSQL')
const now = () => new Date('2031-05-06T10:00:00Z')
let client: pg.Client
beforeEach(async () => {
  client = new pg.Client({ connectionString: its.url })
  await client.connect()
})
afterEach(() => client.end())

test('values have numbers, and what is quoted stays as it is', () => {
  expect(numbered(`select '?', "a?" from t where a = ? and b = ?`)).toBe(
    `select '?', "a?" from t where a = $1 and b = $2`,
  )
})

test('a password is never shown', () => {
  expect(plainName('postgresql://ana:secret@db.example:5433/news?sslmode=require')).toBe(
    'postgres://ana@db.example:5433/news',
  )
  expect(plainName('postgres://ana:secret@/news?host=/run/pg')).toBe('postgres://ana@/run/pg/news')
  expect(() => plainName('mysql://ana:secret@db.example/news')).toThrow(
    expect.objectContaining({
      code: 'store-address',
      message: expect.not.stringMatching(/secret/),
    }),
  )
})

test('a server that does not answer is named, with what to do', async () => {
  const opening = openStore({ url: 'postgres://ana:secret@127.0.0.1:1/news', now })
  await expect(opening).rejects.toMatchObject({
    code: 'store-unreachable',
    message: expect.stringMatching(/^postgres:\/\/ana@127.0.0.1:1\/news does not answer/),
  })
})

test('a database that is not there, and a user who may not write, are told', async () => {
  const missing = openStore({ url: its.url.replace(/test_\d+/, 'none'), now })
  await expect(missing).rejects.toMatchObject({ code: 'store-unwritable' })
})

test('a database of a newer hearsay is left alone', async () => {
  await client.query('update hearsay set version = 99')
  await expect(its.open()).rejects.toMatchObject({ code: 'store-newer' })
})

test('the journal lets nobody rewrite it by mistake', async () => {
  await its.save()
  for (const sql of [
    'update journal set at = 1',
    'delete from journal',
    'truncate journal cascade',
  ])
    await expect(client.query(sql)).rejects.toThrow('the journal is append-only')
})

test('what is forgotten is in no row of any table', async () => {
  const { article } = await its.save({ who: 'Zelda Quint', what: 'the vault was empty' })
  expect(await everything()).toMatch(/Zelda[^]*vault/)
  await its.store.forget(article)
  expect(await everything()).not.toMatch(/zelda|quint|vault/i)
})

async function everything(): Promise<string> {
  const { rows } = await client.query(
    "select table_name as name from information_schema.tables where table_schema = 'public'",
  )
  const all = []
  for (const { name } of rows) all.push((await client.query(`select * from ${name}`)).rows)
  return JSON.stringify(all, (_, value) =>
    value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
  )
}
