import { join } from 'node:path'
import { openStore } from '../dist/index.js'
import { grep } from './grep.mjs'
import { hearsay } from './hearsay.mjs'
import { secretArticle } from './secrets.mjs'
import { sound } from './sound.mjs'

/** Articles are forgotten one by one: after each, and after all, no file of the home holds any form of any of their names. */
export async function forgotten(folder, count, { below }) {
  const home = join(folder, 'home')
  const secret = Array.from({ length: count + Math.ceil(count / 3) }, (_, number) =>
    secretArticle(join(folder, 'news'), number, 5),
  )
  const added = hearsay(home, ['add', join(folder, 'news')])
  if (added.status !== 0) console.error(added.stderr)
  const counts = { forgotten: 0, 'names left': 0, 'names left at the end': 0, 'not sound': 0 }
  const gone = []
  let store = await openStore({ home, now: () => new Date() })
  const articles = await secretsById(store, secret)
  await enrich(store, articles)
  for (let number = 0; number < count; number++) {
    const [article, { path, names }] = articles.splice(below(articles.length), 1)[0]
    // Every other time as a command does, which ends; else as a server does, which goes on.
    if (number % 2 === 0) {
      await store.close()
      const { status, stderr } = hearsay(home, ['forget', article.slice(0, 12)])
      if (status !== 0) console.error(stderr)
      store = await openStore({ home, now: () => new Date() })
    } else await store.forget(article)
    gone.push(...names)
    counts.forgotten++
    counts['names left'] += tell(`${number}, ${path}`, grep(home, names))
  }
  await store.close()
  counts['names left at the end'] = tell('at the end', grep(home, gone))
  if (!(await sound(home))) counts['not sound']++
  const missed = count - counts.forgotten
  const bad = missed + counts['names left'] + counts['names left at the end'] + counts['not sound']
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

/** Corrections, a merge, searches that are kept and addresses that are watched, all with the names in them. */
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
