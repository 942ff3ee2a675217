import { join } from 'node:path'
import pg from 'pg'
import { startPostgres } from '../../tests/start-postgres.mjs'
import { openStore } from '../dist/index.js'
import { grep } from './grep.mjs'
import { hearsay } from './hearsay.mjs'
import { secretArticle } from './secrets.mjs'
import { sound } from './sound.mjs'

/** Articles are forgotten one by one: after each, and after all, no file of the home holds any form of any of their names. */
export async function forgotten(folder, count, dice) {
  const home = join(folder, 'home')
  const left = (names) => grep(home, names)
  const { counts, bad } = await trial({ folder, count, dice, home, options: { home }, left })
  counts['not sound'] = (await sound(home)) ? 0 : 1
  return { counts, bad: bad + counts['not sound'] }
}

/** The same of a PostgreSQL server's folder; but its write-ahead log is its keeper's to recycle. */
export async function forgottenInPostgres(folder, count, dice) {
  const server = await startPostgres()
  try {
    const url = await server.database()
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    const { data_directory: data } = (await client.query('show data_directory')).rows[0]
    const left = async (names) => {
      // Of what the server has in memory, nothing is left out.
      await client.query('checkpoint')
      return grep(data, names, ['pg_wal'])
    }
    // As the server does by itself from time to time.
    const analyzed = () => client.query('analyze')
    const home = join(folder, 'home')
    const asked = { folder, count, dice, home, store: url, options: { url }, left, analyzed }
    const { counts, bad } = await trial(asked)
    await client.end()
    return { counts, bad }
  } finally {
    await server.stop()
  }
}

async function trial({ folder, count, dice, home, store: address, options, left, analyzed }) {
  const open = () => openStore({ ...options, now: () => new Date() })
  const secret = Array.from({ length: count + Math.ceil(count / 3) }, (_, number) =>
    secretArticle(join(folder, 'news'), number, 5),
  )
  const added = hearsay(home, ['add', join(folder, 'news')], { store: address })
  if (added.status !== 0) console.error(added.stderr)
  const counts = { forgotten: 0, 'names left': 0, 'names left at the end': 0 }
  const gone = []
  let store = await open()
  const articles = await secretsById(store, secret)
  await enrich(store, articles)
  await analyzed?.()
  for (let number = 0; number < count; number++) {
    const [article, { path, names }] = articles.splice(dice.below(articles.length), 1)[0]
    // Every other time as a command does, which ends; else as a server does, which goes on.
    if (number % 2 === 0) {
      await store.close()
      const forget = ['forget', article.slice(0, 12)]
      const { status, stderr } = hearsay(home, forget, { store: address })
      if (status !== 0) console.error(stderr)
      store = await open()
    } else await store.forget(article)
    gone.push(...names)
    counts.forgotten++
    counts['names left'] += tell(`${number}, ${path}`, await left(names))
  }
  await store.close()
  counts['names left at the end'] = tell('at the end', await left(gone))
  const bad = counts['names left'] + counts['names left at the end'] + count - counts.forgotten
  return { counts, bad }
}

/** Each with what is secret in it. */
async function secretsById(store, secret) {
  const found = []
  for (const article of await store.articles()) {
    const [{ origin }] = await store.captures(article)
    found.push([article, secret.find(({ path }) => path === origin)])
  }
  return found
}

/** Corrections, merges, searches that are kept and addresses that are watched, all with the names in them. */
async function enrich(store, articles) {
  for (const [n, [article, { who, path, names }]] of articles.entries()) {
    const { statements } = await store.ledger(article)
    const [statement] = statements
    if (n % 3 === 0 && statement)
      await store.correct(article, { kind: 'revise', statement: statement.id, act: 'deny' }, 'ana')
    if (n % 4 === 0) await store.saveSearch(`about ${names[1]}`, { actor: who, limit: 9 })
    if (n % 4 === 1) await store.saveSearch(`saved ${n}`, { words: names[2], limit: 9 })
    if (n % 5 === 0) await store.polled(`file://${path}`, { etag: names[0], failures: 0 })
  }
  const { actors } = await store.actors({ limit: 1000 })
  for (let n = 0; n + 1 < actors.length && n < articles.length / 2; n += 2)
    await store.merge([actors[n].id, actors[n + 1].id], 'ben')
}

function tell(when, found) {
  if (found.length > 0) console.error(`${when}: ${found.slice(0, 4).join('; ')}`)
  return found.length
}
