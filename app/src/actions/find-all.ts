import type { Hit, Query } from '@hearsay/contract'
import type { Store } from '@hearsay/store'

const PAGE = 1000

/** Every statement that answers, whatever `query` says of limits and cursors. */
export async function* findAll(store: Store, query: Partial<Query>): AsyncGenerator<Hit> {
  let cursor: string | undefined
  do {
    const { hits, next } = await store.search({ ...query, order: 'newest', limit: PAGE, cursor })
    yield* hits
    cursor = next ?? undefined
  } while (cursor !== undefined)
}
