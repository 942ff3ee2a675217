import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { TARGETS } from './targets.mjs'

const worker = fileURLToPath(new URL('worker.mjs', import.meta.url))

/** No sign of life for so long, in milliseconds: more than a document may take in the sandbox, tried again and again. */
const SILENCE_MS = 300_000

/**
 * `runs` inputs of `target`, the same for the same `seed`, in a process of their own: how many were tried, and what failed, as
 * `{ target, input, why }`. A process that hangs is killed and one that ends is missed; the input is then made anew from
 * its number.
 */
export function fuzz(target, seed, runs) {
  return new Promise((resolve) => {
    const child = fork(worker, [target, String(seed), String(runs)], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    let last = -1
    let stderr = ''
    let finding
    let done = false
    child.stderr.on('data', (chunk) => (stderr += chunk))
    const timer = setTimeout(() => child.kill('SIGKILL'), SILENCE_MS)
    child.on('message', (told) => {
      timer.refresh()
      last = told.run ?? last
      if (told.done) ({ done, finding } = told)
    })
    child.on('exit', (code, signal) => {
      clearTimeout(timer)
      const why =
        signal === 'SIGKILL'
          ? 'hangs'
          : `the process ended (${signal ?? code}): ${stderr.slice(-1000)}`
      if (!done) finding = { input: last < 0 ? null : inputAt(target, seed, last), why }
      resolve({ tried: last + 1, finding: finding ? { target, ...finding } : undefined })
    })
  })
}

function inputAt(name, seed, run) {
  const { inputs, keep } = TARGETS[name]
  return keep(fc.sample(inputs, { seed, numRuns: run + 1 })[run])
}

/** The same for the same cause. */
export function nameOf({ target, why }) {
  const cause = why.split('\n').slice(0, 2).join('\n').replace(/\d+/g, '#')
  return `${target}-${createHash('sha256').update(cause).digest('hex').slice(0, 12)}`
}
