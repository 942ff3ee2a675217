import type { Ledger, Reader, ReadOptions } from '@hearsay/engine'
import type { Particulars } from '@hearsay/store'
import type { Input } from './inputs.js'
import { load } from './load.js'

/** What came of one input: its ledger, or why there is none. */
export type Reading = { origin: string } & Outcome<Ledger>

type Outcome<T> = { value: T } | { error: unknown }

export interface ReadRequest {
  inputs: readonly Input[]
  /** The reader, still opening perhaps: the first article is extracted meanwhile. */
  reader: Promise<Pick<Reader, 'read'>>
  particulars?: Particulars
  options?: ReadOptions
}

/**
 * Reads the inputs in order, one at a time, and holds on to none. An input that cannot be read does not stop the
 * others; a reader that cannot be opened does.
 */
export async function* read(request: ReadRequest): AsyncGenerator<Reading, void, undefined> {
  for (const input of request.inputs) {
    const { origin } = input
    const article = await outcome(load(input, request.particulars ?? {}))
    if ('error' in article) {
      yield { origin, ...article }
      continue
    }
    const reader = await request.reader
    yield { origin, ...(await outcome(reader.read(article.value, request.options))) }
  }
}

async function outcome<T>(promise: Promise<T>): Promise<Outcome<T>> {
  try {
    return { value: await promise }
  } catch (error) {
    return { error }
  }
}
