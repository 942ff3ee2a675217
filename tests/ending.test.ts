import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'

const bin = fileURLToPath(new URL('../bin/hearsay', import.meta.url))
/** Within which every command ends once it is told to, in milliseconds. */
const ENDS_MS = 5000

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'hearsay-ending-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const environment = () => ({
  ...process.env,
  HEARSAY_HOME: join(folder, 'home'),
  TMPDIR: mkdtempSync(join(folder, 'temporary-')),
})

/** Starts a command, waits for what it is to be at, and tells it to end; answers with what it said, and how it ended. */
async function ended(argv: string[], at: (said: () => string) => Promise<unknown>) {
  const env = environment()
  const child = spawn(process.execPath, [bin, ...argv], { env, stdio: ['pipe', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.on('data', (text) => (said += text))
  child.stderr.on('data', (text) => (said += text))
  const over = once(child, 'close')
  await at(() => said)
  child.kill('SIGTERM')
  const late = AbortSignal.timeout(ENDS_MS)
  const outcome = await Promise.race([over, once(late, 'abort').then(() => null)])
  child.kill('SIGKILL')
  await over
  if (outcome === null) throw new Error(`${argv[0]} had not ended after ${ENDS_MS} ms: ${said}`)
  return { said, left: readdirSync(env.TMPDIR) }
}

const after = (ms: number) => () => sleep(ms)
const when = (words: string) => async (said: () => string) => {
  while (!said().includes(words)) await sleep(20)
}

/** A text of about so many characters, with a statement in every second sentence. */
function longStory(characters: number): string {
  const sentence = (i: number) =>
    `The dam number ${i} held, Ana Ruiz${i % 97} told the Cabo Wire on Monday. Nobody else was there at ${i}. `
  let text = ''
  for (let i = 0; text.length < characters; i++) text += sentence(i) + (i % 5 === 0 ? '\n\n' : '')
  return text
}

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

function hearsay(...argv: string[]) {
  return spawnSync(process.execPath, [bin, ...argv], { env: environment(), encoding: 'utf8' })
}

test.each(['read', 'add'])('%s, at a long text', async (command) => {
  const long = file('long.txt', longStory(1_500_000))
  const { left } = await ended([command, long], after(4000))
  expect(left).toEqual([])
})

test('add: what was told as added is there, and sound', async () => {
  const lines = Array.from({ length: 400 }, (_, i) => JSON.stringify({ text: longStory(2000 + i) }))
  const { said } = await ended(['add', file('all.jsonl', lines.join('\n'))], when('added'))
  const told = [...said.matchAll(/^added {5}(\w+)/gm)].map(([, id]) => id)
  expect(told.length).toBeGreaterThan(0)
  expect(told.length).toBeLessThan(lines.length)
  const kept = hearsay('export', '--format', 'jsonl').stdout
  for (const id of told) expect(kept).toContain(`"id":"sha256:${id}`)
  expect(hearsay('verify')).toMatchObject({ status: 0 })
})

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s leaves nothing of an archive in the folder for temporary files',
  async (signal) => {
    const archive = fileURLToPath(
      new URL('../store/fixtures/every-kind/archive.warc.gz', import.meta.url),
    )
    // Standard input that never ends: the archive is spooled.
    const script = `(for i in $(seq 300); do cat ${archive}; done; sleep 60) | "$0" ${bin} read -`
    const env = environment()
    const child = spawn('sh', ['-c', script, process.execPath], {
      env,
      detached: true,
    })
    while (!readdirSync(env.TMPDIR).some((name) => name.startsWith('hearsay-'))) await sleep(50)
    await sleep(200)
    process.kill(-child.pid!, signal)
    await once(child, 'close')
    await sleep(500)
    expect(readdirSync(env.TMPDIR)).toEqual([])
  },
)

test('read, at a pipe into which nobody writes, and at standard input', async () => {
  const pipe = join(folder, 'pipe')
  execFileSync('mkfifo', [pipe])
  await ended(['read', pipe], after(1500))
  await ended(['read', '-'], after(1500))
})

test('read and watch, at a server that does not answer', async () => {
  const server = createServer(() => {}).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await ended(['read', `http://127.0.0.1:${port}/`], after(1500))
  const feeds = file('feeds.txt', `http://127.0.0.1:${port}/feed.xml\n`)
  await ended(['watch', feeds], after(1500))
  server.closeAllConnections()
  server.close()
})

test('search, verify, export and backup, at any time', async () => {
  const lines = Array.from({ length: 12 }, (_, i) => JSON.stringify({ text: longStory(9000 + i) }))
  expect(hearsay('add', file('all.jsonl', lines.join('\n')))).toMatchObject({ status: 0 })
  const target = join(folder, 'all.backup')
  const commands = [['search', '*a* *e*'], ['verify'], ['export'], ['backup', target]]
  for (const command of commands)
    for (const ms of [150, 600]) {
      const { left } = await ended(command, after(ms))
      expect(left).toEqual([])
      // All of it or nothing.
      expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
      rmSync(target, { force: true })
    }
  expect(existsSync(join(folder, 'home', 'hearsay.db'))).toBe(true)
  expect(hearsay('verify')).toMatchObject({ status: 0 })
})
