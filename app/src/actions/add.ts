import type { Reader } from '@hearsay/engine'
import type { FoundDocument } from '@hearsay/intake'
import type { Capture, Particulars, Saved, Store } from '@hearsay/store'
import type { Input } from './inputs.js'
import { articleOf, documentsOf, told, type LoadOptions } from './load.js'
import { readingLimit, stopAfter } from './reading-time.js'

/** What came of one document: what the store says of it, or why it was not added. */
export type Addition = { origin: string } & ({ saved: Saved } | { error: unknown })

export interface AddRequest extends LoadOptions {
  inputs: readonly Input[]
  store: Pick<Store, 'recall' | 'save'>
  /** Opens the reader; called only when something is new. */
  reader: () => Promise<Pick<Reader, 'read'>>
  particulars?: Particulars
  /** Add what was forgotten, too. */
  again?: boolean
  /** Told before an input is opened. */
  onInput?: (origin: string) => void
}

/**
 * Adds the documents in the inputs in order, one at a time; what has been told is kept, and is known when it is added
 * again. What cannot be read does not stop the rest; a reader that cannot be opened or a store that cannot be written
 * does.
 */
export async function* add(request: AddRequest): AsyncGenerator<Addition, void, undefined> {
  for (const input of request.inputs) {
    request.onInput?.(input.origin)
    try {
      for await (const found of documentsOf(input, request)) {
        yield 'error' in found ? found : await addOne(request, found)
      }
    } catch (error) {
      if (stopsAll(error)) throw error
      yield { origin: input.origin, error }
    }
  }
}

/** Adds one document, whatever it came in. */
export async function addOne(
  request: Omit<AddRequest, 'inputs'>,
  found: FoundDocument,
): Promise<Addition> {
  const { store, particulars = {}, again = false } = request
  const { origin } = found
  const capture = captureOf(found, particulars)
  try {
    const known = await store.recall(capture)
    if (known && !(again && known.outcome === 'forgotten')) return { origin, saved: known }
    const article = await articleOf(found, particulars)
    const reader = await request.reader()
    const stop = stopAfter(readingLimit(article), origin)
    const ledger = await reader.read(article, { stop })
    return { origin, saved: await store.save(capture, ledger, { again }) }
  } catch (error) {
    if (stopsAll(error)) throw error
    return { origin, error }
  }
}

function captureOf(found: FoundDocument, known: Particulars): Capture {
  const { bytes, address, origin, contentType, fetched, container } = found
  const { url, published, outlet } = { ...found.particulars, ...told(known) }
  const particulars = { url, published, outlet }
  return { bytes, address, origin, contentType, fetched, container, particulars }
}

/** What is wrong with the store or the reader is wrong for every input. */
function stopsAll(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^(store|model|reader)-/.test(code)
}
