import type { Corrected } from '@hearsay/contract'
import type { Change } from '@hearsay/engine'
import type { Store } from '@hearsay/store'

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
  return store.correct(await store.find(id), change, by)
}
