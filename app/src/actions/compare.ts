import { compareVersions, HearsayError, type Changes, type Ledger } from '@hearsay/engine'
import type { Store } from '@hearsay/store'
import { show } from './show.js'

export interface Comparison {
  before: Ledger
  after: Ledger
  changes: Changes
  /** Whether one reader read both; else it may have seen in one what it missed in the other. */
  sameReader: boolean
}

/**
 * What was edited in the article whose id begins with `id` since the one that `from` names, or since the version before it
 * at its address.
 * @throws HearsayError `id-malformed`, `article-unknown`, `id-ambiguous`, `version-first`.
 */
export async function compare(store: Store, id: string, from?: string): Promise<Comparison> {
  const article = await store.find(id)
  const earlier = from === undefined ? await previous(store, article) : await store.find(from)
  const [before, after] = await Promise.all([show(store, earlier), show(store, article)])
  const sameReader = readerOf(before) === readerOf(after)
  return { before, after, changes: compareVersions(before, after), sameReader }
}

async function previous(store: Store, article: string): Promise<string> {
  const versions = await store.versions(article)
  const at = versions.findIndex((version) => version.article === article)
  const before = versions[at - 1]
  if (before) return before.article
  const message = `No earlier version of ${article.slice(0, 12)} is kept. Name the article to compare it with.`
  throw new HearsayError('version-first', message)
}

const readerOf = ({ engine }: Ledger) => JSON.stringify([engine.version, engine.model])
