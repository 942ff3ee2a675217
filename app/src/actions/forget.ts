import type { Forgotten, Store } from '@hearsay/store'

/**
 * Forgets the article whose id begins with `id`.
 * @throws HearsayError `id-malformed`, `article-unknown`, `id-ambiguous`.
 */
export async function forget(store: Store, id: string): Promise<Forgotten> {
  return store.forget(await store.find(id))
}
