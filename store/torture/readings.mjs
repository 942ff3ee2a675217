import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openStore } from '../dist/index.js'
import { writeArticles } from './articles.mjs'
import { hearsay } from './hearsay.mjs'

/** What was read in articles, to be kept again in other homes. */
export async function readings(folder) {
  const home = join(folder, 'read')
  const articles = writeArticles(join(folder, 'to-read'), 3, 21)
  // One of them does not fit where the rows would.
  writeFileSync(join(articles, '0001.html'), page('x'.repeat(300_000)))
  hearsay(home, ['add', articles])
  const store = await openStore({ home, now: () => new Date() })
  const found = []
  for (const article of await store.articles()) {
    const [{ address, origin }] = await store.captures(article)
    const { bytes } = await store.original(article)
    const capture = { address, origin, particulars: {}, bytes }
    found.push({ article, capture, ledger: await store.ledger(article) })
  }
  await store.close()
  return found
}

const page = (comment) =>
  `<!doctype html><title>Quay</title><article><p>Oda Marrin said the quay was open.</p></article><!-- ${comment} -->`
