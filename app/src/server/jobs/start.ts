import type { GivenInput } from '../given-input.js'
import type { Parts } from '../parts.js'
import type { Told } from './deeds.js'
import type { Job } from '@hearsay/contract'
import type { Progress } from './task.js'

type Tools = Pick<Parts, 'deeds' | 'jobs'>

/** Starts a job that adds what was given. @throws HearsayError `queue-full`. */
export function startAdding(given: GivenInput, { deeds, jobs }: Tools): Job {
  const { input } = given
  const held = input.kind === 'bytes' ? input.bytes.length : 0
  return jobs.start('add', (progress, signal) => follow(deeds.add(given, signal), progress), held)
}

/** Starts a job that reads every article again. @throws HearsayError `queue-full`. */
export function startReReading({ deeds, jobs }: Tools): Job {
  return jobs.start('re-read', (progress, signal) => follow(deeds.reread(signal), progress))
}

async function follow(deed: AsyncIterable<Told>, progress: Progress): Promise<void> {
  for await (const told of deed) {
    if ('item' in told) progress.item(told.item)
    else progress.total(told.total)
  }
}
