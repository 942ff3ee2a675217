import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { followed } from './hearsay.mjs'

const program = fileURLToPath(new URL('deeds.mjs', import.meta.url))

/** Starts a process that does a deed so many times: `correct`, `reread`, `merge` or `forget`. */
export const startDeed = (home, deed, times) =>
  followed(spawn(process.execPath, [program, home, deed, String(times)]))

/** Does a deed so many times. @throws Error when the process fails. */
export async function doDeed(home, deed, times) {
  const { code, stderr } = await startDeed(home, deed, times).ended
  if (code !== 0) throw new Error(`${deed} ended with ${code}: ${stderr}`)
}
