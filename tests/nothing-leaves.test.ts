import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { beforeEach, expect, test } from 'vitest'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const NAMESPACE = ['--map-root-user', '--net', '--mount']
const ARTICLE = 'examples/strait-tanker.txt'
/** One file of every kind that Hearsay reads. */
const EVERY_KIND = 'store/fixtures/every-kind'

interface Recorded {
  code: number
  stdout: string
  stderr: string
  /** Names that a resolver was asked for. */
  lookups: string[]
  /** Connections and datagrams to addresses beyond loopback. */
  unreachable: number
  /** Paths made, changed or taken away, but for Hearsay's home and the private folder for temporary files. */
  written: string[]
}

/** Runs a command in a namespace of its own, without CI in its environment, and tells what it tried. */
function recorded(...command: string[]): Recorded {
  const inside = [at('sealed/seal.sh'), process.execPath, at('sealed/record.mjs'), ...command]
  const { status, stdout, stderr } = spawnSync('unshare', [...NAMESPACE, 'bash', ...inside], {
    cwd: at('..'),
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The namespace failed (${status}): ${stderr}`)
  return JSON.parse(stdout) as Recorded
}

const NOTHING = { code: 0, lookups: [], unreachable: 0, written: [] }

/** Why there can be no such namespace here; empty where there can. */
const hindrance = (() => {
  const trial = [at('sealed/seal.sh'), 'true']
  const tried = spawnSync('unshare', [...NAMESPACE, 'bash', ...trial], { encoding: 'utf8' })
  return tried.error?.message ?? (tried.status === 0 ? '' : tried.stderr.trim())
})()

beforeEach((context) => {
  if (hindrance === '') return
  const reason = `No namespace of one's own here: ${hindrance}`
  // Who builds for others must not pass without having looked.
  if (process.env['CI']) throw new Error(`${reason}. Run this as root, or where unshare may.`)
  context.skip(reason)
})

test('what must not happen would be seen: a lookup, connections, a datagram, files made and taken away', () => {
  expect(recorded('node', at('sealed/chatter.mjs'))).toEqual({
    ...{ code: 0, stdout: '', stderr: '' },
    lookups: expect.arrayContaining(['vendor.example']),
    unreachable: 3,
    written: ['/run/person/.cache', '/run/person/.cache/device', '/var/tmp'],
  })
})

test('read, add and what looks at what was added', () => {
  const read = recorded('bin/hearsay', 'read', '--format', 'jsonl', EVERY_KIND)
  expect(read).toMatchObject({ ...NOTHING, stdout: expect.stringContaining('"statements"') })
  const script = `bin/hearsay add ${EVERY_KIND} ${ARTICLE} && bin/hearsay search tanker && bin/hearsay verify`
  const kept = recorded('bash', '-ec', script)
  expect(kept).toMatchObject({ ...NOTHING, stdout: expect.stringContaining('all is sound') })
}, 120_000)

test('serve', () => {
  const served = recorded('node', at('sealed/serve.mjs'), ARTICLE)
  expect(served).toMatchObject({ ...NOTHING, stdout: expect.stringMatching(/^[1-9]/) })
}, 120_000)

test('the library, in a process and in a thread', () => {
  const library = recorded('node', at('sealed/library.mjs'))
  expect(library).toMatchObject({ ...NOTHING, stdout: '1\n1\n' })
})

test('npm start, with all that it builds', () => {
  // Nothing is taken away from the checkout itself, only from how it looks inside.
  const start = `rm -r engine/dist && npm start -- read --format jsonl ${ARTICLE}`
  const { written, ...started } = recorded('bash', '-ec', start)
  expect(started).toMatchObject({
    ...{ code: 0, lookups: [], unreachable: 0 },
    ...{
      stdout: expect.stringContaining('"statements"'),
      stderr: expect.stringMatching(/^Building … done/),
    },
  })
  const own = at('../')
  const builds = /^\w+\/dist(\/|$)|(^|\/)node_modules\/\.(unrun|vite-temp)$/
  const elsewhere = written.filter(
    (path) => !path.startsWith(own) || !builds.test(path.slice(own.length)),
  )
  // npm makes the folder of its cache before it knows that it needs none.
  expect(elsewhere).toEqual(['/run/person/.npm'])
  expect(written.length).toBeGreaterThan(5)
}, 300_000)
