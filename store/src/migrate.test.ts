import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStore } from './index.js'
import { MIGRATIONS } from './sqlite/schema.js'

const at = (path: string) => fileURLToPath(new URL(`../fixtures/${path}`, import.meta.url))
const now = () => new Date('2031-05-06T10:00:00Z')

let home: string
beforeEach(() => void (home = mkdtempSync(join(tmpdir(), 'hearsay-migrate-'))))
afterEach(() => rmSync(home, { recursive: true }))

/** Homes that earlier schemas wrote, with what `export` gave then. */
test.each([1, 2, 3, 5])(
  'a home of schema %i keeps everything and can be searched',
  async (version) => {
    cpSync(at(`home-v${version}`), home, { recursive: true })
    const store = await openStore({ home, now })
    const ledgers = []
    for (const article of await store.articles()) ledgers.push(await store.ledger(article))
    const lines = ledgers.map((ledger) => `${JSON.stringify(ledger)}\n`).join('')
    expect(lines).toBe(readFileSync(at(`home-v${version}.jsonl`), 'utf8'))
    const { hits } = await store.search({
      words: 'pier',
      actor: 'lind',
      act: ['promise'],
      limit: 9,
    })
    expect(hits).toMatchObject([
      { who: 'Tomas Lind', outlet: 'Cabo Wire', published: '2031-05-06' },
    ])
    expect(await store.verify().next()).toMatchObject({ done: true, value: { articles: 3 } })
    await store.close()
  },
)

test('a home of a newer hearsay is left alone', async () => {
  await (await openStore({ home, now })).close()
  const database = new DatabaseSync(join(home, 'hearsay.db'))
  database.exec(`pragma user_version = ${MIGRATIONS.length + 1}`)
  database.close()
  await expect(openStore({ home, now })).rejects.toMatchObject({ code: 'store-newer' })
})
