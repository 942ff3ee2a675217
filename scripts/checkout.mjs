// Brings a checkout to where it can run: dependencies as the lockfile says, dist as the sources say.
// Plain Node, because nothing is installed yet when this runs. All output goes to stderr.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

const workspaces = ['engine', 'contract', 'intake', 'store', 'app', 'workbench']
const sources = [
  'src',
  'data',
  'index.html',
  'package.json',
  'svelte.config.js',
  'tsdown.config.ts',
  'vite.config.ts',
]

/** Installs what the lockfile names and `node_modules` lacks. */
export function ensureInstalled() {
  if (installed()) return
  quietly('Installing dependencies', ['ci', '--no-fund', '--no-audit'])
}

/** Builds when a `dist` is missing or older than its sources. */
export function ensureBuilt() {
  if (workspaces.every(built)) return
  quietly('Building', ['run', 'build'])
}

function installed() {
  const locked = packagesIn('package-lock.json')
  const present = packagesIn('node_modules/.package-lock.json')
  return Object.entries(locked).every(([path, { version, optional, link }]) => {
    if (!path.startsWith('node_modules/')) return true
    if (link) return existsSync(join(root, path))
    const found = present[path]
    return found ? found.version === version : optional
  })
}

function packagesIn(lockfile) {
  const path = join(root, lockfile)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {}
}

function built(workspace) {
  const at = (name) => join(root, workspace, name)
  const written = times(at('dist'))
  const changed = sources.flatMap((name) => times(at(name)))
  return written.length > 0 && Math.max(...changed) <= Math.min(...written)
}

/** Modification times of the file at `path`, or of every file under it; none where nothing is. */
function times(path) {
  if (!existsSync(path)) return []
  const stat = statSync(path)
  if (!stat.isDirectory()) return [stat.mtimeMs]
  return readdirSync(path).flatMap((name) => times(join(path, name)))
}

function quietly(what, npmArguments) {
  process.stderr.write(`${what} …`)
  const began = Date.now()
  const { status, error, stdout, stderr } = spawnSync('npm', npmArguments, {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  if (status === 0) {
    process.stderr.write(` done in ${((Date.now() - began) / 1000).toFixed(1)} s\n`)
    return
  }
  process.stderr.write(` failed\n${stdout ?? ''}${stderr ?? ''}`)
  process.stderr.write(
    `"npm ${npmArguments.join(' ')}" failed${error ? `: ${error.message}` : ''}\n`,
  )
  process.exit(1)
}
