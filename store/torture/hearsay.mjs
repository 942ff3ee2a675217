// The product as users run it, on a home of the caller's.
import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const bin = fileURLToPath(new URL('../../bin/hearsay', import.meta.url))
const environment = (home, store = '') => ({
  ...process.env,
  HEARSAY_HOME: home,
  HEARSAY_STORE: store,
})

/** Runs to the end: `{ status, stdout, stderr }`. */
export function hearsay(home, argv, { input = '', cwd, store } = {}) {
  return spawnSync(process.execPath, [bin, ...argv], {
    ...{ env: environment(home, store), encoding: 'utf8', input, cwd },
    maxBuffer: 1e9,
    timeout: 300_000,
  })
}

/** Starts and does not wait: the process, and a promise of `{ code, stdout, stderr }`. */
export const start = (home, argv, { cwd } = {}) =>
  followed(spawn(process.execPath, [bin, ...argv], { env: environment(home), cwd }))

/** The process, and a promise of what it has said when it is done. */
export function followed(child) {
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk) => (stdout += chunk))
  child.stderr.on('data', (chunk) => (stderr += chunk))
  const ended = new Promise((resolve) =>
    child.on('close', (code) => resolve({ code, stdout, stderr })),
  )
  return { child, ended }
}

/** Until the process has said so many lines, or is done. */
export function lines(child, count) {
  return new Promise((resolve) => {
    child.stdout.on('data', (chunk) => {
      count -= String(chunk).split('\n').length - 1
      if (count <= 0) resolve()
    })
    child.on('close', resolve)
  })
}

/** Ids of the articles that `add` has acknowledged, from its whole lines. */
export function acknowledged(stdout) {
  const whole = stdout.slice(0, stdout.lastIndexOf('\n') + 1)
  return [...whole.matchAll(/^(?:added|captured|known) +(\w+) /gm)].map(([, id]) => id)
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
