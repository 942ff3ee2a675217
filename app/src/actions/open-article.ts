import type { OpenedArticle, Version } from '@hearsay/contract'
import type { Store } from '@hearsay/store'
import { showReading } from './show.js'

/**
 * The article whose id begins with `id`.
 * @throws HearsayError `id-malformed`, `article-unknown`, `id-ambiguous`.
 */
export async function openArticle(store: Store, id: string): Promise<OpenedArticle> {
  const article = await store.find(id)
  const [reading, captures, versions] = await Promise.all([
    showReading(store, article),
    store.captures(article),
    store.versions(article),
  ])
  const reprints = await reprintsOf(store, article, versions)
  return { article, ...reading, captures, versions, reprints }
}

/** Other versions of it at its address are no reprints. */
async function reprintsOf(
  store: Store,
  article: string,
  versions: readonly Version[],
): Promise<OpenedArticle['reprints']> {
  const { origin, articles } = await store.reprints(article)
  const own = new Set(versions.map((version) => version.article))
  const carrying = articles.filter((each) => each === article || !own.has(each))
  if (carrying.length < 2) return null
  return { origin: carrying.includes(origin) ? origin : article, articles: carrying }
}
