import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from 'vitest'
import { serving, type Serving } from './serving.js'

const bin = fileURLToPath(new URL('../bin/hearsay', import.meta.url))
const its = serving()

const DAM =
  'The dam held, officials said on Monday. “It held,” Ana Ruiz told reporters in Lisbon.\n'
const FERRY = 'The ferry sank, Tomas Lind said. “All 20 people are safe,” he told Cabo Wire.\n'

/** Every column that holds text, of every table that is ours. */
function textColumns(
  database: InstanceType<typeof DatabaseSync>,
): [table: string, column: string][] {
  const tables = database
    .prepare("select name from sqlite_master where type = 'table' and sql like '%strict%'")
    .all() as { name: string }[]
  return tables.flatMap(({ name }) =>
    (database.prepare(`pragma table_info(${name})`).all() as { name: string; type: string }[])
      .filter(({ type }) => type === 'TEXT')
      .map((column): [string, string] => [name, column.name]),
  )
}

/** What opens, searches, shows and exports it. */
const pathsTo = (article: string) => [
  '/api/articles',
  `/api/articles/${article}`,
  `/api/articles/${article}/ledger`,
  `/api/articles/${article}/export?format=csv`,
  `/api/articles/${article}/original`,
  '/api/search?words=held&limit=9',
  '/api/search?words=*el*&actor=ruiz',
  '/api/facets?words=held',
  '/api/export?format=jsonl',
  '/api/export?format=statements&words=held',
  '/api/actors',
  '/api/corrections',
  '/api/review',
  '/api/searches',
  '/api/status',
]

/** What came of it; an export that breaks off has no status of its own. */
async function answered(server: Serving, path: string) {
  try {
    const answer = await its.ask(server, path)
    return { status: answer.status, body: await answer.text() }
  } catch {
    return { status: 'cut', body: '' }
  }
}

test('text that is not UTF-8, in each column, is opened, searched, shown and exported, and the server goes on', async () => {
  const server = await its.serve()
  for (const [text, origin] of [
    [DAM, 'dam'],
    [FERRY, 'ferry'],
  ])
    await its.added(server, { text, origin, outlet: 'Cabo Wire', published: '2031-05-06' })
  const [{ article }] = (await its.json(server, '/api/articles')).entries
  await its.ask(server, `/api/articles/${article}/corrections`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ statement: 's1', verdict: 'accept' }),
  })
  await its.ask(server, '/api/searches/dam', {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ words: 'dam' }),
  })
  const workers = its.workers(server)
  const database = new DatabaseSync(join(its.home, 'hearsay.db'))
  database.exec('pragma foreign_keys = off; pragma busy_timeout = 5000')
  const triggers = (
    database.prepare("select name, sql from sqlite_master where type = 'trigger'").all() as {
      name: string
      sql: string
    }[]
  ).filter(({ name }) => name.startsWith('journal'))
  for (const { name } of triggers) database.exec(`drop trigger ${name}`)
  const columns = textColumns(database)
  expect(columns.length).toBeGreaterThan(40)
  for (const [table, column] of columns) {
    database.exec(`create temp table kept as select rowid as r, ${column} as v from ${table}`)
    database.exec(`update ${table} set ${column} = cast(x'61ff62' || rowid as text)`)
    const paths = pathsTo(article)
    const told = await Promise.all(paths.map((path) => answered(server, path)))
    for (const [n, { status, body }] of told.entries())
      expect([200, 404, 'cut'], `${table}.${column} ${paths[n]} ${body}`).toContain(
        body.includes('"store-damaged"') ? 200 : status,
      )
    database.exec(
      `update ${table} set ${column} = (select v from kept where r = ${table}.rowid); drop table kept`,
    )
  }
  for (const { sql } of triggers) database.exec(sql)
  database.close()
  expect(its.workers(server)).toEqual(expect.arrayContaining(workers))
  const env = { ...process.env, CI: '1', HEARSAY_HOME: its.home }
  expect(spawnSync(process.execPath, [bin, 'verify'], { env, encoding: 'utf8' })).toMatchObject({
    status: 0,
  })
}, 300_000)

test('an export and a re-reading say which article is damaged, go on with the rest, and do not look whole; it can be forgotten', async () => {
  const server = await its.serve()
  for (const text of [DAM, FERRY, `${DAM}${FERRY}`])
    await its.added(server, { text, origin: `of ${text.length}` })
  const database = new DatabaseSync(join(its.home, 'hearsay.db'))
  database.exec('update articles set text = substr(text, 1, 20) where id = 1')
  const { hash } = database.prepare('select hash from articles where id = 1').get() as {
    hash: string
  }
  database.close()
  const env = { ...process.env, CI: '1', HEARSAY_HOME: its.home }
  const run = (...typed: string[]) =>
    spawnSync(process.execPath, [bin, ...typed], { env, encoding: 'utf8' })
  const exported = run('export')
  expect(exported.status).toBe(1)
  expect(exported.stderr).toContain(hash)
  expect(exported.stdout.trimEnd().split('\n')).toHaveLength(2)
  expect(await answered(server, '/api/export')).toMatchObject({ status: 'cut' })
  const reread = run('re-read')
  expect(reread.status).toBe(1)
  expect(reread.stderr).toContain(hash)
  expect(reread.stdout.trimEnd().split('\n')).toHaveLength(2)
  expect(run('forget', hash)).toMatchObject({ status: 0 })
  expect(run('export')).toMatchObject({ status: 0, stderr: '' })
  expect(run('verify')).toMatchObject({ status: 0 })
}, 120_000)
