import { setTimeout as pause } from 'node:timers/promises'
import { pauses } from '../sql/write/until.js'
import { codeOf, SQLITE } from './failures.js'

/** How long another process may hold the database, in milliseconds. */
export const PATIENCE_MS = 30_000

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
