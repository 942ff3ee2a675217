import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { cuttingProxy, type Cut } from '../../../tests/cutting-proxy.js'
import { invented } from '../../../tests/invented-capture.js'
import { startPostgres, type PostgresServer } from '../../../tests/start-postgres.mjs'
import { openStore, restoreStore, type Store } from '../index.js'

const now = () => new Date('2031-05-06T10:00:00Z')
let server: PostgresServer
let proxy: Awaited<ReturnType<typeof cuttingProxy>>
beforeAll(async () => {
  server = await startPostgres()
  proxy = await cuttingProxy(server.socket)
}, 60_000)
afterAll(async () => {
  proxy.close()
  await server.stop()
})

let url: string
let store: Store
beforeEach(async () => {
  url = await server.database()
  proxy.cuts.length = 0
  const { pathname } = new URL(url.replace('@/', '@localhost/'))
  store = await openStore({ url: `postgres://hearsay@127.0.0.1:${proxy.port}${pathname}`, now })
})
afterEach(() => store.close())

const save = (what: string) => {
  const { capture, ledger } = invented({ what, address: `https://news.example/${what}` })
  return store.save(capture, ledger)
}

const problems = async () => {
  const found = []
  for await (const problem of store.verify()) found.push(problem)
  return found
}

/** What each deed answers when it was done, and what of it is kept: once. */
const DEEDS: [
  string,
  (article: string) => Promise<unknown>,
  unknown,
  () => Promise<unknown>,
  unknown,
][] = [
  [
    'a correction',
    (article) => store.correct(article, { kind: 'accept', statement: 's1' }, 'ana'),
    { correction: { id: 'c3' } },
    () => store.corrections(),
    [{ id: 'c3' }],
  ],
  [
    'an addition',
    () => save('the pier fell'),
    { outcome: 'added' },
    () => store.counts(),
    { articles: 2, captures: 2, ledgers: 2, records: 3 },
  ],
  [
    'a forgetting',
    (article) => store.forget(article),
    { addresses: ['https://news.example/the dam held'] },
    () => store.counts(),
    { articles: 0, records: 3 },
  ],
  [
    'a saved search',
    () => store.saveSearch('piers', { words: 'pier', limit: 9 }).then(() => 'saved'),
    'saved',
    () => store.searches(),
    [{ name: 'piers' }],
  ],
]
const CUTS: Cut[] = ['question', 'answer']

test.each(DEEDS.flatMap((deed) => CUTS.map((cut) => [cut, ...deed] as const)))(
  'of a commit the %s is lost: %s is done once, and answered',
  async (cut, _, deed, answer, kept, once) => {
    const { article } = await save('the dam held')
    proxy.cutNext(cut)
    const given = await deed(article)
    expect(proxy.cuts).toEqual([cut])
    expect([given, await kept(), await problems()]).toMatchObject([answer, once, []])
  },
)

test('the server goes down and comes up while much is kept: all of it is there once', async () => {
  const keeping = Array.from({ length: 40 }, (_, n) => save(`the dam leaked ${n} times`))
  await keeping[3]
  await server.down('SIGQUIT')
  const reading = store.articles()
  const looking = store.search({ words: 'leaked', limit: 50 })
  await server.up()
  for (const { outcome } of await Promise.all(keeping)) expect(outcome).toBe('added')
  expect((await reading).length).toBeLessThanOrEqual(40)
  expect((await looking).total).toBeLessThanOrEqual(40)
  expect(await store.counts()).toMatchObject({ articles: 40, captures: 40, ledgers: 40 })
  expect(await problems()).toEqual([])
})

test('it is waited for no longer than was said, and both are told; verify finds no damage in it', async () => {
  const waits: (string | null)[] = []
  const onWait = (why: string | null) => void waits.push(why)
  const hasty = await openStore({ url, now, patienceMs: 300, onWait })
  try {
    await server.down()
    await expect(hasty.articles()).rejects.toMatchObject({ code: 'store-unreachable' })
    await expect(hasty.verify().next()).rejects.toMatchObject({ code: 'store-unreachable' })
    expect(waits).toEqual([expect.stringMatching(/does not answer .* It is waited for/)])
    await server.up()
    await hasty.articles()
    expect(waits).toHaveLength(2)
    expect(waits[1]).toBeNull()
  } finally {
    await hasty.close()
  }
})

test('who closes the store waits for nobody', async () => {
  const other = await openStore({ url, now })
  await server.down()
  const asked = other.articles()
  await other.close()
  await expect(asked).rejects.toThrow()
  await server.up()
})

test('a restoring that is cut off changes nothing, and is done again by who asked for it', async () => {
  await save('the dam held')
  const bytes: Uint8Array[] = []
  for await (const chunk of store.backup()) bytes.push(chunk)
  const place = { url: await server.database(), now }
  async function* goingDown() {
    yield* bytes
    await server.down('SIGQUIT')
    await server.up()
  }
  await expect(restoreStore(place, goingDown())).rejects.toMatchObject({
    code: 'store-unreachable',
  })
  async function* whole() {
    yield* bytes
  }
  expect(await restoreStore(place, whole())).toMatchObject({ articles: 1 })
})
