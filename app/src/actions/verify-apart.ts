import { fork } from 'node:child_process'
import { join } from 'node:path'
import { HearsayError } from '@hearsay/engine'
import type { Counts, Problem } from '@hearsay/contract'
import { packageFolder } from './package-folder.js'

/** What the checking process says: problems, and last of all what it ends with. */
export type Verdict = { problem: Problem } | Ending
type Ending = { counts: Counts } | { error: { code: string; message: string } }

/**
 * Checks all that is kept in `home`, in a process of its own: a damaged file can bring down the database library and the process
 * with it, and checking takes long. Null when `signal` came first.
 * @throws HearsayError `store-damaged`, and what opening the store throws.
 */
export function verifyApart(
  home: string,
  tell: (problem: Problem) => void,
  signal: AbortSignal,
): Promise<Counts | null> {
  const checking = fork(join(packageFolder(), 'dist/actions/verify-process.js'), {
    signal,
    env: { ...process.env, HEARSAY_HOME: home },
  })
  let ending: Ending | undefined
  checking.on('message', (verdict: Verdict) => {
    if ('problem' in verdict) tell(verdict.problem)
    else ending = verdict
  })
  return new Promise((resolve, reject) => {
    checking.on('error', (error) => (signal.aborted ? resolve(null) : reject(error)))
    checking.on('close', (code, killed) => {
      if (ending && 'counts' in ending) resolve(ending.counts)
      else reject(failure(ending?.error, killed ?? `exit code ${code}`))
    })
  })
}

function failure(error: { code: string; message: string } | undefined, end: string): HearsayError {
  if (error) return new HearsayError(error.code, error.message)
  const message = `The store is damaged so that it cannot be checked (${end}). Put a sound copy of the folder in its place.`
  return new HearsayError('store-damaged', message)
}
