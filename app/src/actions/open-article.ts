import type { Ledger } from '@hearsay/engine'
import type { CaptureEntry, Store, Version } from '@hearsay/store'
import { show } from './show.js'

/** An article with all that is known about it. */
export interface OpenedArticle {
  /** SHA-256 of its text, in hex. */
  article: string
  ledger: Ledger
  captures: CaptureEntry[]
  versions: Version[]
}

/**
 * The article whose id begins with `id`.
 * @throws HearsayError `id-malformed`, `article-unknown`, `id-ambiguous`.
 */
export async function openArticle(store: Store, id: string): Promise<OpenedArticle> {
  const article = await store.find(id)
  const [ledger, captures, versions] = await Promise.all([
    show(store, article),
    store.captures(article),
    store.versions(article),
  ])
  return { article, ledger, captures, versions }
}
