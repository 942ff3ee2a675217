// The product as users run it, on a home of the caller's.
import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const bin = fileURLToPath(new URL('../../bin/hearsay', import.meta.url))
const environment = (home) => ({ ...process.env, HEARSAY_HOME: home })

/** Runs to the end: `{ status, stdout, stderr }`. */
export function hearsay(home, ...argv) {
  return spawnSync(process.execPath, [bin, ...argv], {
    env: environment(home),
    encoding: 'utf8',
    maxBuffer: 1e9,
    timeout: 120_000,
  })
}

/** Starts and does not wait: the process, and a promise of `{ code, stdout, stderr }`. */
export function start(home, ...argv) {
  const child = spawn(process.execPath, [bin, ...argv], { env: environment(home) })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk) => (stdout += chunk))
  child.stderr.on('data', (chunk) => (stderr += chunk))
  const ended = new Promise((resolve) =>
    child.on('close', (code) => resolve({ code, stdout, stderr })),
  )
  return { child, ended }
}

/** Ids of the articles that `add` has acknowledged, from its whole lines. */
export function acknowledged(stdout) {
  const whole = stdout.slice(0, stdout.lastIndexOf('\n') + 1)
  return [...whole.matchAll(/^(?:added|captured|known) +(\w+) /gm)].map(([, id]) => id)
}

/** Ids of the articles that are kept, as `add` prints them. */
export function kept(home) {
  const { stdout } = hearsay(home, 'export')
  const lines = stdout.split('\n').filter((line) => line !== '')
  return lines.map((line) => JSON.parse(line).article.id.slice('sha256:'.length).slice(0, 12))
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
