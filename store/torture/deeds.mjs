// deeds.mjs HOME DEED TIMES: does a deed again and again, and prints a line once it is done.
import { openStore } from '../dist/index.js'
import { chance } from './chance.mjs'

const [home, deed, times] = process.argv.slice(2)
const ACTS = ['assert', 'deny', 'warn', 'promise']
const DEEDS = { correct, reread, merge, forget }

const store = await openStore({ home, now: () => new Date() })
// What is done differs from one process to the next by how much was done before.
const { below } = chance((await store.counts()).records)
const one = (list) => list[below(list.length)]
for (let done = 0; done < Number(times); done++) {
  const told = await DEEDS[deed]()
  if (told === null) break
  process.stdout.write(`${told}\n`)
}
await store.close()

/** Says something of a statement, or takes back what was said. */
async function correct() {
  const said = (await store.corrections()).filter(
    ({ state, change }) => state === 'applied' && change.kind === 'revise',
  )
  if (said.length > 20) return `correction ${(await store.undo(one(said).id, 'ana')).correction.id}`
  const article = one(await store.articles())
  const { statements } = await store.ledger(article)
  const change = { kind: 'revise', statement: one(statements).id, act: one(ACTS) }
  return `correction ${(await store.correct(article, change, 'ben')).correction.id}`
}

/** Keeps a ledger as a later model would make it. */
async function reread() {
  const article = one(await store.articles())
  const ledger = await store.ledger(article, { asRead: true })
  const version = `9.${(await store.counts()).records}.0`
  const statements = ledger.statements.map((each) => ({ ...each, confidence: below(100) / 100 }))
  await store.reread(article, { ...ledger, engine: { ...ledger.engine, version }, statements })
  return `reading ${article} ${version}`
}

/** Says that two actors are one, or takes that back. */
async function merge() {
  const merged = (await store.corrections()).filter(
    ({ state, change }) => state === 'applied' && change.kind === 'merge',
  )
  const { actors } = await store.actors({ limit: 100 })
  if (merged.length > 1 || actors.length < 2)
    return `correction ${(await store.undo(one(merged).id, 'ana')).correction.id}`
  const [first, ...others] = actors.map(({ id }) => id)
  return `correction ${(await store.merge([first, one(others)], 'ben')).correction}`
}

async function forget() {
  const articles = await store.articles()
  if (articles.length <= 2) return null
  const article = one(articles)
  await store.forget(article)
  return `forgotten ${article}`
}
