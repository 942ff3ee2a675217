import { setTimeout as pause } from 'node:timers/promises'

const LONGEST_PAUSE_MS = 50

/** Whether `work` answered true, now or within `patience`, in milliseconds. */
export async function until(
  work: () => boolean | Promise<boolean>,
  patience: number,
): Promise<boolean> {
  for (const next of pauses(patience)) {
    if (await work()) return true
    await pause(next)
  }
  return work()
}

/** Longer and longer, in milliseconds. */
export function* pauses(patience: number): Generator<number> {
  let next = 1
  for (let waited = 0; waited < patience; waited += next) {
    yield next
    next = Math.min(next * 2, LONGEST_PAUSE_MS)
  }
}
