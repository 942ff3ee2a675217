import { HearsayError } from '@hearsay/engine'
import type { Backend } from '../backend.js'
import { clearAway } from './uncleared.js'

/** What keeps others from tidying up keeps nobody from reading; `verify` tells what is left. */
const LATER = new Set(['store-busy', 'store-full', 'store-unwritable'])

/** Takes away what was left behind by work that failed or was killed, if that can be done now. */
export async function tidy(backend: Backend, now: Date): Promise<void> {
  try {
    if (backend.bytes.leftovers(now))
      await backend.database.write((connection) => backend.bytes.sweep(connection, now))
    await clearAway(backend)
  } catch (error) {
    if (!(error instanceof HearsayError && LATER.has(error.code))) throw error
  }
}
