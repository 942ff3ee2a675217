import type { Reader } from '@hearsay/engine'
import type { Particulars, Saved, Store } from '@hearsay/store'
import type { Input } from './inputs.js'
import { extractFrom, fetchOriginal } from './load.js'

/** What came of one input: what the store says of it, or why it was not added. */
export type Addition = { origin: string } & ({ saved: Saved } | { error: unknown })

export interface AddRequest {
  inputs: readonly Input[]
  store: Store
  /** Opens the reader; called only when something is new. */
  reader: () => Promise<Pick<Reader, 'read'>>
  particulars?: Particulars
  /** Add what was forgotten, too. */
  again?: boolean
}

/**
 * Adds the inputs in order, one at a time; what has been told is kept. An input that cannot be read does not stop the
 * others; a reader that cannot be opened or a store that cannot be written does.
 */
export async function* add(request: AddRequest): AsyncGenerator<Addition, void, undefined> {
  for (const input of request.inputs) {
    const { origin } = input
    try {
      yield { origin, saved: await addOne(request, input) }
    } catch (error) {
      if (stopsAll(error)) throw error
      yield { origin, error }
    }
  }
}

async function addOne(request: AddRequest, input: Input): Promise<Saved> {
  const { store, particulars = {}, again = false } = request
  const { origin } = input
  const original = await fetchOriginal(input)
  const capture = { ...original, origin, particulars }
  const known = await store.recall(capture)
  if (known && !(again && known.outcome === 'forgotten')) return known
  const article = await extractFrom(original, origin, particulars)
  const reader = await request.reader()
  return store.save(capture, await reader.read(article), { again })
}

/** What is wrong with the store or the reader is wrong for every input. */
function stopsAll(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^(store|model|reader)-/.test(code)
}
