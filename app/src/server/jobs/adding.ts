import { add, type Addition } from '../../actions/add.js'
import { toldError } from '../answers/told-error.js'
import type { GivenInput } from '../given-input.js'
import type { Parts } from '../parts.js'
import type { Job, JobItem } from './job.js'

type Tools = Pick<Parts, 'store' | 'reader' | 'jobs' | 'log'>

/** Starts a job that adds what was given. @throws HearsayError `queue-full`. */
export function startAdding(
  { input, particulars }: GivenInput,
  { store, reader, jobs, log }: Tools,
): Job {
  const held = input.kind === 'bytes' ? input.bytes.length : 0
  const work: Parameters<typeof jobs.start>[1] = async (progress, signal) => {
    progress.total(1)
    const additions = add({ inputs: [input], store, reader: async () => reader, particulars })
    for await (const addition of additions) {
      progress.item(itemOf(addition, log))
      if (signal.aborted) break
    }
  }
  return jobs.start('add', work, held)
}

function itemOf(addition: Addition, log: Tools['log']): JobItem {
  const { origin } = addition
  if ('error' in addition) return { origin, error: toldError(addition.error, log) }
  return { origin, ...addition.saved }
}
