import { HearsayError } from '@hearsay/engine'
import type { Original, Store } from '@hearsay/store'

/**
 * The bytes of the article whose id begins with `id`, as they came.
 * @throws HearsayError `id-malformed`, `article-unknown`, `id-ambiguous`.
 */
export async function original(store: Store, id: string): Promise<Original> {
  const found = await store.original(await store.find(id))
  if (found) return found
  throw new HearsayError('article-unknown', `The article ${id} was forgotten.`)
}
