import type { Ledger } from '@hearsay/engine'
import type { Store } from '@hearsay/store'

/** The latest ledger of every article, in the order they were added. */
export async function* exportLedgers(store: Store): AsyncGenerator<Ledger, void, undefined> {
  for (const article of await store.articles()) {
    const ledger = await store.ledger(article)
    // Forgotten since we asked what there is.
    if (ledger) yield ledger
  }
}
