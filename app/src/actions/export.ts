import { csvRows, EXPORTS, type Ledger } from '@hearsay/engine'
import type { Query, Store } from '@hearsay/store'
import { findAll } from './find-all.js'

/** The latest ledger of every article, in the order they were added. */
export async function* exportLedgers(store: Store): AsyncGenerator<Ledger, void, undefined> {
  for (const article of await store.articles()) {
    const ledger = await store.ledger(article)
    // Forgotten since we asked what there is.
    if (ledger) yield ledger
  }
}

/**
 * How everything that is kept can be written as one file, piece by piece; with a query, what answers it. `jsonl`: one
 * ledger a line, whole where one of its statements answers. `statements`: one hit a line. `csv`: one statement a line.
 */
export const STORE_EXPORTS = {
  jsonl: async function* (store, query) {
    const answering = query && (await answers(store, query))
    for await (const ledger of exportLedgers(store))
      if (!answering || answering.has(idOf(ledger))) yield EXPORTS.jsonl(ledger)
  },
  statements: async function* (store, query) {
    for await (const hit of findAll(store, query ?? {})) yield `${JSON.stringify(hit)}\n`
  },
  csv: async function* (store, query) {
    const answering = query && (await answers(store, query))
    let render = EXPORTS.csv
    for await (const ledger of exportLedgers(store)) {
      const asked = answering?.get(idOf(ledger))
      if (answering && !asked) continue
      const statements = ledger.statements.filter(({ id }) => asked?.has(id) ?? true)
      yield render({ ...ledger, statements })
      // The header stands once.
      render = csvRows
    }
  },
} satisfies Record<string, (store: Store, query?: Partial<Query>) => AsyncGenerator<string>>

export type StoreFormat = keyof typeof STORE_EXPORTS

/** The statements that answer, by article. */
async function answers(store: Store, query: Partial<Query>): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>()
  for await (const { article, statement } of findAll(store, query))
    found.set(article, (found.get(article) ?? new Set()).add(statement))
  return found
}

const idOf = ({ article }: Ledger) => article.id.replace(/^sha256:/, '')
