import { csvRows, EXPORTS, HearsayError, jsonText, trainingRow, type Ledger } from '@hearsay/engine'
import type { Query } from '@hearsay/contract'
import type { Store } from '@hearsay/store'
import { findAll } from './find-all.js'

/** The statements that answer a query, by article. */
type Answers = Map<string, Set<string>>

/** Told of each article that is damaged and left out, by its id. */
export type OnDamaged = (article: string, error: HearsayError) => void

/** What `read` gives of every article of these that can be read, or of all, in the order they were added. */
async function* each<Read>(
  store: Store,
  asked: Answers | undefined,
  onDamaged: OnDamaged,
  read: (this: Store, article: string) => Promise<Read | null>,
): AsyncGenerator<Read> {
  for (const article of await store.articles()) {
    if (asked && !asked.has(article)) continue
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

/**
 * How everything that is kept can be written as one file, piece by piece; with a query, what answers it. `jsonl`: one
 * ledger a line, whole where one of its statements answers. `statements`: one hit a line. `csv`: one statement a line.
 * `annotations`: a page of W3C Web Annotations a line. `wires`: corrected articles alone, a row to train on a line.
 */
export const STORE_EXPORTS = {
  jsonl: async function* (store, query, onDamaged) {
    const answering = query && (await answers(store, query))
    for await (const ledger of each(store, answering, onDamaged, store.ledger))
      yield EXPORTS.jsonl(ledger)
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
    for await (const { ledger, corrections } of each(store, answering, onDamaged, store.reading))
      if (corrections.some(({ article }) => article === idOf(ledger)))
        yield `${jsonText(trainingRow(ledger, corrections))}\n`
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
  for await (const ledger of each(store, answering, onDamaged, store.ledger)) {
    const asked = answering?.get(idOf(ledger))
    yield { ...ledger, statements: ledger.statements.filter(({ id }) => asked?.has(id) ?? true) }
  }
}

async function answers(store: Store, query: Partial<Query>): Promise<Answers> {
  const found: Answers = new Map()
  for await (const { article, statement } of findAll(store, query))
    found.set(article, (found.get(article) ?? new Set()).add(statement))
  return found
}

const idOf = ({ article }: Ledger) => article.id.replace(/^sha256:/, '')
