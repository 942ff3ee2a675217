// The one process that looks into homes for the torture: a damaged file can bring it down, and then it alone.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { openStore } from '../dist/index.js'

const LOOKS = { verify, kept, everything, deeds, rows }
const SEARCHES = [{ since: '1000-01-01' }, { words: 'the' }, { actor: 'ruiz' }]
const TABLES = `select name from sqlite_master
  where type = 'table' and sql not like 'create virtual%' order by name`

process.on('message', async ({ home, look }) => {
  const answer = await LOOKS[look](home).then(
    (answer) => ({ answer }),
    (error) => ({ error: error.message }),
  )
  // A file that was removed is let go only when the statements that read it have been collected.
  globalThis.gc()
  setImmediate(() => process.send(answer))
})

/** What is wrong, and how much is kept. */
function verify(home) {
  return within(home, async (store) => {
    const problems = []
    const checking = store.verify()
    for (;;) {
      const next = await checking.next()
      if (next.done) return { problems, counts: next.value }
      problems.push(`${next.value.where}: ${next.value.what}`)
    }
  })
}

/** The articles, as `add` prints their ids. */
function kept(home) {
  return within(home, async (store) => (await store.articles()).map((id) => id.slice(0, 12)))
}

/** All that a user can get out again, as one hash. */
function everything(home) {
  return within(home, async (store) => {
    const hash = createHash('sha256')
    for (const article of await store.articles()) {
      hash.update(JSON.stringify(await store.ledger(article)))
      for (const { id } of await store.ledgers(article))
        hash.update(JSON.stringify(await store.ledgerById(id)))
      hash.update(JSON.stringify(await store.captures(article)))
      hash.update((await store.original(article))?.bytes ?? 'gone')
    }
    hash.update(JSON.stringify(await store.corrections()))
    hash.update(JSON.stringify(await store.actors({ limit: 1000 })))
    for (const query of SEARCHES)
      hash.update(JSON.stringify(await store.search({ ...query, limit: 1000 })))
    return hash.digest('hex')
  })
}

/** What deeds.mjs prints of what it has done. */
function deeds(home) {
  return within(home, async (store) => {
    const done = (await store.corrections()).map(({ id }) => `correction ${id}`)
    for (const article of await store.articles()) {
      for (const { engine } of await store.ledgers(article))
        done.push(`reading ${article} ${engine.version}`)
    }
    for (const hash of tombstones(home)) done.push(`forgotten ${hash}`)
    return done
  })
}

function tombstones(home) {
  return reading(home, (all) => all('select hash from tombstones').map(([hash]) => hash))
}

/** How many rows each table has, how many blobs there are, and a hash over all of it. */
async function rows(home) {
  return reading(home, (all) => {
    const hash = createHash('sha256')
    const counts = {}
    for (const [name] of all(TABLES)) {
      const rows = all(`select * from "${name}"`)
      hash.update(JSON.stringify(rows))
      counts[name] = rows.length
    }
    const files = readdirSync(join(home, 'blobs'), { recursive: true }).map(String).sort()
    hash.update(JSON.stringify(files))
    const blobs = files.filter((name) => name.length > 'ab'.length).length
    return { counts, blobs, hash: hash.digest('hex') }
  })
}

/** Past the store. */
function reading(home, work) {
  const database = new DatabaseSync(join(home, 'hearsay.db'))
  try {
    return work((sql) => database.prepare(sql).all().map(Object.values))
  } finally {
    database.close()
  }
}

async function within(home, work) {
  // To look is not to make.
  if (!existsSync(join(home, 'hearsay.db'))) throw new Error(`${home} holds no store`)
  const store = await openStore({ home, now: () => new Date() })
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}
