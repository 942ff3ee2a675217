import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test, type TestContext } from 'vitest'
import { openStore, type Store } from '../store/src/index.js'
import { invented, type Invention } from './invented-capture.js'

const bin = fileURLToPath(new URL('../bin/hearsay', import.meta.url))
let home: string
let store: Store
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'hearsay-home-'))
  store = await openStore({ home, now: () => new Date('2031-05-06T10:00:00Z') })
})
afterEach(() => rmSync(home, { recursive: true }))

function save(invention: Invention = {}) {
  const { capture, ledger } = invented(invention)
  return store.save(capture, ledger)
}

/** In a namespace of its own a folder can be mounted so that not even root writes into it. */
const MOUNT = 'mount --bind "$0" "$0" && mount -o remount,bind,ro "$0"'

/** Runs commands on a home that cannot be written; `left` is what they leave in their folder for temporary files. */
function onReadOnly(context: TestContext, home: string, ...commands: string[][]) {
  const trial = spawnSync('unshare', ['-rm', 'sh', '-c', MOUNT, home], { encoding: 'utf8' })
  if (trial.status !== 0)
    context.skip(`Nothing can be mounted here: ${trial.error?.message ?? trial.stderr.trim()}`)
  const temporary = mkdtempSync(join(tmpdir(), 'hearsay-read-only-'))
  const env = { ...process.env, HEARSAY_HOME: home, TMPDIR: temporary }
  const outcomes = commands.map((command) => {
    const script = ['-rm', 'sh', '-c', `${MOUNT} && exec "$@"`, home, process.execPath, bin]
    const { status, stdout, stderr } = spawnSync('unshare', [...script, ...command], {
      env,
      encoding: 'utf8',
    })
    return { status, stdout, stderr }
  })
  const left = readdirSync(temporary)
  rmSync(temporary, { recursive: true })
  return { outcomes, left }
}

test('a home that cannot be written is searched, shown, exported and verified, and not changed', async (context) => {
  const { article } = await save({ who: 'Zelda Quint', what: 'the dam held' })
  await save({ what: 'the bridge is open' })
  await store.close()
  const { outcomes, left } = onReadOnly(
    context,
    home,
    ['search', 'dam'],
    ['show', article],
    ['actors', 'Zelda'],
    ['export', '--format', 'csv'],
    ['verify'],
  )
  const sound = { status: 0, stderr: '' }
  expect(outcomes).toEqual([
    { ...sound, stdout: expect.stringContaining('the dam held') },
    { ...sound, stdout: expect.stringContaining('the dam held') },
    { ...sound, stdout: expect.stringContaining('Zelda Quint') },
    { ...sound, stdout: expect.stringContaining('the bridge is open') },
    { ...sound, stdout: expect.stringContaining('2 articles') },
  ])
  expect(left).toEqual([])
})

test('what would change it is refused, and says what to do', async (context) => {
  const { article } = await save()
  await store.close()
  const { outcomes } = onReadOnly(
    context,
    home,
    ['correct', `${article.slice(0, 12)}/s1`, '--accept'],
    ['forget', article],
    ['add', fileURLToPath(new URL('../examples/strait-tanker.txt', import.meta.url))],
  )
  for (const { status, stderr } of outcomes) {
    expect(status).toBe(1)
    expect(stderr).toMatch(/^hearsay: .*(cannot be written|Nothing can be kept).*HEARSAY_HOME/)
  }
})

test('what only the write-ahead log holds yet is there, too', async (context) => {
  await save({ what: 'the dam held' })
  // As it stands when the machine goes off.
  const cutOff = mkdtempSync(join(tmpdir(), 'hearsay-cut-off-'))
  for (const name of ['blobs', 'staging', 'hearsay.db', 'hearsay.db-wal'])
    cpSync(join(home, name), join(cutOff, name), { recursive: true })
  await store.close()
  const { outcomes, left } = onReadOnly(context, cutOff, ['search', 'dam'], ['verify'])
  expect(outcomes).toMatchObject([
    { status: 0, stdout: expect.stringContaining('the dam held') },
    { status: 0, stdout: expect.stringContaining('1 article,') },
  ])
  expect(left).toEqual([])
  rmSync(cutOff, { recursive: true })
})
