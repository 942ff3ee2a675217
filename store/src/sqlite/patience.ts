import { setTimeout as pause } from 'node:timers/promises'
import { codeOf, SQLITE } from './failures.js'

/** How long another process may hold the database, in milliseconds. */
export const PATIENCE_MS = 30_000
const LONGEST_PAUSE_MS = 50

/**
 * Tries again while somebody else is in the way. SQLite could wait by itself, but the whole process would stand still
 * meanwhile, and with it the transaction that it may be waiting for.
 */
export async function patiently<T>(work: () => T): Promise<T> {
  for (const next of pauses(PATIENCE_MS)) {
    try {
      return work()
    } catch (error) {
      if (codeOf(error) !== SQLITE.BUSY) throw error
    }
    await pause(next)
  }
  return work()
}

/** Whether `work` answered true, now or after some time. */
export async function until(work: () => boolean, patience: number): Promise<boolean> {
  for (const next of pauses(patience)) {
    if (work()) return true
    await pause(next)
  }
  return work()
}

/** Longer and longer, in milliseconds. */
function* pauses(patience: number): Generator<number> {
  let next = 1
  for (let waited = 0; waited < patience; waited += next) {
    yield next
    next = Math.min(next * 2, LONGEST_PAUSE_MS)
  }
}
