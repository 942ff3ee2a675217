import { compareVersions, HearsayError, type Changes } from '@hearsay/engine'
import type { Store } from '@hearsay/store'
import { show } from './show.js'

/** What was changed in an article since an earlier version of it. */
export interface ChangesSince extends Changes {
  /** The earlier article: SHA-256 of its text, in hex. */
  from: string
  article: string
}

/**
 * Compares the article whose id begins with `id` with the one that `from` names, or with the version before it.
 * @throws HearsayError `id-malformed`, `article-unknown`, `id-ambiguous`, `version-first`.
 */
export async function changesSince(store: Store, id: string, from?: string): Promise<ChangesSince> {
  const article = await store.find(id)
  const earlier = from === undefined ? await before(store, article) : await store.find(from)
  const [was, is] = await Promise.all([show(store, earlier), show(store, article)])
  return { from: earlier, article, ...compareVersions(was, is) }
}

async function before(store: Store, article: string): Promise<string> {
  const versions = await store.versions(article)
  const at = versions.findIndex((version) => version.article === article)
  const previous = versions[at - 1]
  if (previous) return previous.article
  const message = `No earlier version of ${article.slice(0, 12)} is kept. Name the article to compare it with.`
  throw new HearsayError('version-first', message)
}
