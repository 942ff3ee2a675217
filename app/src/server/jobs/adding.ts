import { add, type Addition } from '../../actions/add.js'
import { toldError } from '../answers/told-error.js'
import type { GivenInput } from '../given-input.js'
import type { Parts } from '../parts.js'
import type { Job, JobItem } from './job.js'
import type { Work } from './task.js'

type Tools = Pick<Parts, 'patient' | 'reader' | 'jobs' | 'log'>

/** Starts a job that adds what was given. @throws HearsayError `queue-full`. */
export function startAdding(
  { input, particulars, pages }: GivenInput,
  { patient: store, reader, jobs, log }: Tools,
): Job {
  const held = input.kind === 'bytes' ? input.bytes.length : 0
  const work: Work = async (progress, signal) => {
    const inputs = [input]
    const additions = add({ inputs, store, reader: async () => reader, particulars, pages })
    let done = 0
    for await (const addition of additions) {
      progress.item(itemOf(addition, log))
      done++
      if (signal.aborted) return
    }
    // Only at its end is it known how many documents something holds.
    progress.total(done)
  }
  return jobs.start('add', work, held)
}

function itemOf(addition: Addition, log: Tools['log']): JobItem {
  const { origin } = addition
  if ('error' in addition) return { origin, error: toldError(addition.error, log) }
  return { origin, ...addition.saved }
}
