import type { Reading } from '@hearsay/contract'
import { HearsayError, type Ledger } from '@hearsay/engine'
import type { Store } from '@hearsay/store'

/**
 * The latest ledger of the article whose id begins with `id`, as corrected or `asRead` by the machine.
 * @throws HearsayError `id-malformed`, `article-unknown`, `id-ambiguous`.
 */
export async function show(
  store: Store,
  id: string,
  options: { asRead?: boolean } = {},
): Promise<Ledger> {
  const ledger = await store.ledger(await store.find(id), options)
  if (ledger) return ledger
  throw forgotten(id)
}

/** The same with its corrections and what they disagree on. @throws As `show` does. */
export async function showReading(store: Store, id: string): Promise<Reading> {
  const reading = await store.reading(await store.find(id))
  if (reading) return reading
  throw forgotten(id)
}

const forgotten = (id: string) =>
  new HearsayError('article-unknown', `The article ${id} was forgotten.`)
