// The examples, their checks files, and their ledgers as the built reader reads them now.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../checkout.mjs'

const FOLDERS = ['examples', 'examples/phenomena']
const slugOf = (path) => path.replace(/\.\w+$/u, '')

/** Paths of all examples, relative to the root of the checkout. */
export const examples = FOLDERS.flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => /\.(?:txt|html)$/u.test(name))
    .map((name) => `${folder}/${name}`),
)

/** The examples whose whole ledger is kept. */
export const withGolden = examples.filter((path) => !path.startsWith('examples/phenomena/'))
export const goldenOf = (path) => `${slugOf(path)}.ledger.json`

export const checksOf = (path) => `${slugOf(path)}.checks.json`

/** The checks of an example; none where it has no such file. */
export function readChecks(path) {
  const file = join(root, checksOf(path))
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

/** Ledgers by path. */
export function readLedgers(paths) {
  const { status, stdout } = spawnSync(
    process.execPath,
    ['bin/hearsay', 'read', ...paths, '--format', 'jsonl'],
    { cwd: root, encoding: 'utf8', maxBuffer: 1e9, stdio: ['ignore', 'pipe', 'inherit'] },
  )
  if (status !== 0) throw new Error(`hearsay read ended with ${status}`)
  const ledgers = stdout.trim().split('\n').map((line) => JSON.parse(line))
  return new Map(ledgers.map((ledger) => [ledger.article.origin, ledger]))
}
