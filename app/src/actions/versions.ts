import type { Version } from '@hearsay/contract'
import type { Store } from '@hearsay/store'

/**
 * The texts that an article's address has had, oldest first.
 * @throws HearsayError `id-malformed`, `article-unknown`, `id-ambiguous`.
 */
export async function versions(store: Store, id: string): Promise<Version[]> {
  return store.versions(await store.find(id))
}
