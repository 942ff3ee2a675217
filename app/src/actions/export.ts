import { csvRows, EXPORTS, HearsayError, jsonText, trainingRow, type Ledger } from '@hearsay/engine'
import type { Query } from '@hearsay/contract'
import type { Store } from '@hearsay/store'
import { findAll } from './find-all.js'

/** Told of each article that is damaged and left out, by its id. */
export type OnDamaged = (article: string, error: HearsayError) => void

/** What `read` gives of every article that can be read, in the order they were added. */
async function* each<Read>(
  store: Store,
  onDamaged: OnDamaged,
  read: (this: Store, article: string) => Promise<Read | null>,
): AsyncGenerator<Read> {
  for (const article of await store.articles()) {
    try {
      const found = await read.call(store, article)
      // Forgotten since we asked what there is.
      if (found) yield found
    } catch (error) {
      if (!(error instanceof HearsayError) || error.code !== 'store-damaged') throw error
      onDamaged(article, error)
    }
  }
}

/** The latest ledger of each. */
const exportLedgers = (store: Store, onDamaged: OnDamaged): AsyncGenerator<Ledger> =>
  each(store, onDamaged, store.ledger)

/**
 * How everything that is kept can be written as one file, piece by piece; with a query, what answers it. `jsonl`: one
 * ledger a line, whole where one of its statements answers. `statements`: one hit a line. `csv`: one statement a line.
 * `annotations`: a page of W3C Web Annotations a line. `wires`: corrected articles alone, a row to train on a line.
 */
export const STORE_EXPORTS = {
  jsonl: async function* (store, query, onDamaged) {
    const answering = query && (await answers(store, query))
    for await (const ledger of exportLedgers(store, onDamaged))
      if (!answering || answering.has(idOf(ledger))) yield EXPORTS.jsonl(ledger)
  },
  statements: async function* (store, query) {
    for await (const hit of findAll(store, query ?? {})) yield `${jsonText(hit)}\n`
  },
  csv: async function* (store, query, onDamaged) {
    let render = EXPORTS.csv
    for await (const ledger of answeringParts(store, query, onDamaged)) {
      yield render(ledger)
      // The header stands once.
      render = csvRows
    }
  },
  annotations: async function* (store, query, onDamaged) {
    for await (const ledger of answeringParts(store, query, onDamaged))
      yield EXPORTS.annotations(ledger)
  },
  wires: async function* (store, query, onDamaged) {
    const answering = query && (await answers(store, query))
    for await (const { ledger, corrections } of each(store, onDamaged, store.reading)) {
      const id = idOf(ledger)
      if (answering && !answering.has(id)) continue
      if (corrections.some(({ article }) => article === id))
        yield `${jsonText(trainingRow(ledger, corrections))}
`
    }
  },
} satisfies Record<
  string,
  (store: Store, query: Partial<Query> | undefined, onDamaged: OnDamaged) => AsyncGenerator<string>
>

export type StoreFormat = keyof typeof STORE_EXPORTS

/** Every ledger with those of its statements that answer. */
async function* answeringParts(
  store: Store,
  query: Partial<Query> | undefined,
  onDamaged: OnDamaged,
): AsyncGenerator<Ledger> {
  const answering = query && (await answers(store, query))
  for await (const ledger of exportLedgers(store, onDamaged)) {
    const asked = answering?.get(idOf(ledger))
    if (answering && !asked) continue
    yield { ...ledger, statements: ledger.statements.filter(({ id }) => asked?.has(id) ?? true) }
  }
}

/** The statements that answer, by article. */
async function answers(store: Store, query: Partial<Query>): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>()
  for await (const { article, statement } of findAll(store, query))
    found.set(article, (found.get(article) ?? new Set()).add(statement))
  return found
}

const idOf = ({ article }: Ledger) => article.id.replace(/^sha256:/, '')
