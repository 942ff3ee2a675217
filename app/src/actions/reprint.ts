import type { Ledger } from '@hearsay/engine'
import type { Store } from '@hearsay/store'

/** How an article stands to others that carry its story. Other versions of it at its address do not count. */
export interface Reprint {
  /** The article that came first; null when that is this one, or an earlier version of it. */
  origin: Ledger['article'] | null
  /** How many further articles carry the story, besides these two. */
  others: number
  /** The news agencies that they credit. */
  credited: string[]
}

/**
 * Null when no other article carries its story.
 * @throws HearsayError `id-malformed`, `article-unknown`, `id-ambiguous`.
 */
export async function reprint(store: Store, id: string): Promise<Reprint | null> {
  const article = await store.find(id)
  const { origin, articles, credited } = await store.reprints(article)
  const own = new Set((await store.versions(article)).map((version) => version.article))
  const others = articles.filter((other) => other !== article && !own.has(other))
  if (others.length === 0) return null
  const first = others.includes(origin) ? await store.ledger(origin) : null
  return {
    origin: first?.article ?? null,
    others: first ? others.length - 1 : others.length,
    credited,
  }
}
