import type { Disagreement, Ledger } from '@hearsay/engine'
import type { CaptureEntry, CorrectionEntry, Store, Version } from '@hearsay/store'
import { show } from './show.js'

/** An article with all that is known about it. */
export interface OpenedArticle {
  /** SHA-256 of its text, in hex. */
  article: string
  /** With the corrections. */
  ledger: Ledger
  corrections: CorrectionEntry[]
  captures: CaptureEntry[]
  versions: Version[]
  /** The articles that carry its story, itself among them, and which of them came first; null when it stands alone. */
  reprints: { origin: string; articles: string[] } | null
  disagreements: Disagreement[]
}

/**
 * The article whose id begins with `id`.
 * @throws HearsayError `id-malformed`, `article-unknown`, `id-ambiguous`.
 */
export async function openArticle(store: Store, id: string): Promise<OpenedArticle> {
  const article = await store.find(id)
  const [ledger, corrections, captures, versions, disagreements] = await Promise.all([
    show(store, article),
    store.corrections(article),
    store.captures(article),
    store.versions(article),
    store.disagreements(article),
  ])
  const reprints = await reprintsOf(store, article, versions)
  return { article, ledger, corrections, captures, versions, reprints, disagreements }
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
