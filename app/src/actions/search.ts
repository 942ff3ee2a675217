import type { Facets, Hits, Query } from '@hearsay/contract'
import type { Store } from '@hearsay/store'

/**
 * The statements that answer; `article` is how the article's id begins.
 * @throws HearsayError `id-malformed`, `article-unknown`, `id-ambiguous`, `query-malformed`.
 */
export async function search(store: Store, query: Query): Promise<Hits> {
  return store.search(await within(store, query))
}

/** What the statements that answer have in common. */
export async function facets(store: Store, query: Query): Promise<Facets> {
  return store.facets(await within(store, query))
}

async function within(store: Store, query: Query): Promise<Query> {
  return query.article === undefined
    ? query
    : { ...query, article: await store.find(query.article) }
}
