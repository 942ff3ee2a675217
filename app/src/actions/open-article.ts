import type { Correction, Disagreement, Ledger } from '@hearsay/engine'
import type { CaptureEntry, Store, Version } from '@hearsay/store'
import { show } from './show.js'

/** A correction, and what became of it. */
export interface CorrectionEntry extends Correction {
  state: 'applied' | 'undone' | 'misfit'
  /** Why it no longer fits; null where it does. */
  why: string | null
}

/** An article with all that is known about it. */
export interface OpenedArticle {
  /** SHA-256 of its text, in hex. */
  article: string
  /** With the corrections. */
  ledger: Ledger
  corrections: CorrectionEntry[]
  captures: CaptureEntry[]
  versions: Version[]
  /** Other articles that carry the same story, and which of all came first; null when it stands alone. */
  reprints: { origin: string; articles: string[] } | null
  disagreements: Disagreement[]
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
  // The store keeps neither corrections nor clusters of reprints yet.
  const later = { corrections: [], reprints: null, disagreements: [] }
  return { article, ledger, captures, versions, ...later }
}
