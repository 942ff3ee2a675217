import { reread } from '../../actions/reread.js'
import { toldError } from '../answers/told-error.js'
import type { Parts } from '../parts.js'
import { settled } from './adding.js'
import type { Told } from './deeds.js'
import { stoppable } from './stoppable.js'

type Tools = Pick<Parts, 'store' | 'reader' | 'log'>

/** Reads every article again; one that is being read when `signal` comes stays as it is. */
export async function* reReading(
  { store, reader, log }: Tools,
  signal: AbortSignal,
): AsyncGenerator<Told, void, undefined> {
  const articles = await store.articles()
  yield { total: articles.length }
  const readings = reread({ store, articles, reader: stoppable(reader, signal) })
  for await (const { origin, article, ...came } of readings) {
    if (signal.aborted && 'error' in came) return
    const item = 'error' in came ? { error: toldError(came.error, log) } : came
    yield { item: { origin, article, ...item } }
    if (signal.aborted) return
  }
  await settled(store)
}
