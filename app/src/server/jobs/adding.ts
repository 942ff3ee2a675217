import { add, type Addition } from '../../actions/add.js'
import { toldError } from '../answers/told-error.js'
import type { GivenInput } from '../given-input.js'
import type { Parts } from '../parts.js'
import type { Told } from './deeds.js'
import type { JobItem } from '@hearsay/contract'
import { stoppable } from './stoppable.js'

type Tools = Pick<Parts, 'store' | 'reader' | 'log'>

/** Adds what was given; an article that is being read when `signal` comes is left out. */
export async function* adding(
  { input, particulars, pages }: GivenInput,
  { store, reader, log }: Tools,
  signal: AbortSignal,
): AsyncGenerator<Told, void, undefined> {
  const reading = stoppable(reader, signal)
  const additions = add({
    ...{ inputs: [input], store, reader: async () => reading, particulars, pages },
  })
  let done = 0
  for await (const addition of additions) {
    if (signal.aborted && 'error' in addition) return
    yield { item: itemOf(addition, log) }
    done++
    if (signal.aborted) return
  }
  // Only at its end is it known how many documents something holds.
  yield { total: done }
  await settled(store)
}

/** Who is who is settled here rather than by the first question, which somebody waits for. */
export async function settled(store: Tools['store']): Promise<void> {
  await store.actors({ limit: 1 })
}

function itemOf(addition: Addition, log: Tools['log']): JobItem {
  const { origin } = addition
  if ('error' in addition) return { origin, error: toldError(addition.error, log) }
  return { origin, ...addition.saved }
}
