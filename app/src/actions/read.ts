import type { Article, Ledger, Reader, ReadOptions } from '@hearsay/engine'
import type { Particulars } from '@hearsay/store'
import type { Input } from './inputs.js'
import { articleOf, documentsOf, type LoadOptions } from './load.js'
import { readingLimit, stopAfter } from './reading-time.js'

/** What came of one document: its ledger, or why there is none. */
export type Reading = { origin: string } & ({ value: Ledger } | { error: unknown })

export interface ReadRequest extends LoadOptions {
  inputs: readonly Input[]
  /** The reader, still opening perhaps: the first article is extracted meanwhile. */
  reader: Promise<Pick<Reader, 'read'>>
  particulars?: Particulars
  options?: Omit<ReadOptions, 'stop'>
  /** How long an article may take, in milliseconds. */
  limit?: (article: Article) => number
  /** Told before an input is opened. */
  onInput?: (origin: string) => void
}

/**
 * Reads the documents in the inputs in order, one at a time, and holds on to none. What cannot be read does not stop
 * the rest; a reader that cannot be opened does.
 */
export async function* read(request: ReadRequest): AsyncGenerator<Reading, void, undefined> {
  for (const input of request.inputs) {
    request.onInput?.(input.origin)
    try {
      for await (const found of documentsOf(input, request)) {
        const { origin } = found
        yield 'error' in found ? found : { origin, ...(await readingOf(request, found)) }
      }
    } catch (error) {
      if (error instanceof NoReader) throw error.cause
      yield { origin: input.origin, error }
    }
  }
}

/** Tells what stops everything from what is wrong with one input. */
class NoReader extends Error {}

type Found = Parameters<typeof articleOf>[0]

async function readingOf(request: ReadRequest, found: Found) {
  const { reader, particulars = {}, options, limit = readingLimit } = request
  try {
    const article = await articleOf(found, particulars)
    const open = await reader.catch((cause: unknown) => {
      throw new NoReader('', { cause })
    })
    const stop = stopAfter(limit(article), found.origin)
    return { value: await open.read(article, { ...options, stop }) }
  } catch (error) {
    if (error instanceof NoReader) throw error
    return { error }
  }
}
