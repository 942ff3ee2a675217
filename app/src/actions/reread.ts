import type { Article, Ledger, Reader } from '@hearsay/engine'
import type { Store } from '@hearsay/store'
import { readingLimit, stopAfter } from './reading-time.js'

/** What came of an article: a newer ledger, the same as before, nothing to do, or why it could not be read. */
export type Rereading = { article: string; origin: string } & (
  { outcome: 'kept' | 'same' | 'skipped' } | { error: unknown }
)

export interface RereadRequest {
  store: Store
  articles: readonly string[]
  reader: Pick<Reader, 'read'>
  /** What the reader writes into its ledgers; articles that it has read already are skipped. */
  engine?: Ledger['engine']
}

/**
 * Reads the kept texts again, one after another; the older ledgers stay. What cannot be read does not stop the others,
 * and what has been told is kept, so that an interrupted run can be taken up again.
 */
export async function* reread(request: RereadRequest): AsyncGenerator<Rereading, void, undefined> {
  const { store, reader } = request
  let { engine } = request
  for (const article of request.articles) {
    // What of a damaged article is left to call it by.
    let origin = `article ${article}`
    try {
      const ledger = await store.ledger(article, { asRead: true })
      // Forgotten meanwhile.
      if (!ledger) continue
      origin = ledger.article.origin
      if (engine && same(ledger.engine, engine)) {
        yield { article, origin, outcome: 'skipped' }
        continue
      }
      const stop = stopAfter(readingLimit(ledger.article), origin)
      const newer = await reader.read(articleOf(ledger), { stop })
      engine = newer.engine
      yield { article, origin, outcome: await store.reread(article, newer) }
    } catch (error) {
      if (stopsAll(error)) throw error
      yield { article, origin, error }
    }
  }
}

function articleOf({ article }: Ledger): Article {
  return { ...article }
}

function same(a: Ledger['engine'], b: Ledger['engine']): boolean {
  return a.version === b.version && a.reader === b.reader && a.model === b.model
}

/** What is wrong with the store is wrong for every article, but for damage. */
function stopsAll(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('store-') && code !== 'store-damaged'
}
