import type { Corrected } from '@hearsay/contract'
import type { Change } from '@hearsay/engine'
import type { Store } from '@hearsay/store'
import { show } from './show.js'

/**
 * Corrects the article whose id begins with `id`.
 * @throws HearsayError `id-malformed`, `article-unknown`, `id-ambiguous`, `correction-unfit`.
 */
export async function correctArticle(
  store: Store,
  id: string,
  change: Change,
  by: string,
): Promise<Corrected> {
  const article = await store.find(id)
  const correction = await store.correct(article, change, by)
  return { correction, ledger: await show(store, article) }
}

/** Takes a correction back. @throws HearsayError `correction-unknown`. */
export async function undo(store: Store, id: string, by: string): Promise<Corrected> {
  const correction = await store.undo(id, by)
  const { article } = correction
  return article === null ? { correction } : { correction, ledger: await show(store, article) }
}
