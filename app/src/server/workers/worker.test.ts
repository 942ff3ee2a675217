import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '@hearsay/store'
import { Worker } from './worker.js'

const home = mkdtempSync(join(tmpdir(), 'hearsay-worker-'))
const node = process.execPath

beforeAll(() => void (process.env['HEARSAY_HOME'] = home))
afterAll(() => {
  delete process.env['HEARSAY_HOME']
  rmSync(home, { recursive: true })
})

const nothing = () => {}
const start = () => new Worker('answering', nothing, nothing)
/** More than goes through the pipe before somebody reads it. */
const SEARCHES = Array.from({ length: 250 }, (_, n) => ({
  name: `search ${n}`,
  query: { words: 'y'.repeat(1000), limit: 50 },
}))

test('a process that cannot be started is told, and costs nothing else', async () => {
  process.execPath = join(home, 'no-node-here')
  const worker = start()
  process.execPath = node
  await expect(worker.ready).rejects.toMatchObject({ code: 'store-unstartable' })
  await worker.ended
  expect(worker.alive).toBe(false)
  await worker.close()
})

test('an answer that breaks off never looks whole', async () => {
  const store = await openStore({ home, now: () => new Date() })
  for (const { name, query } of SEARCHES) await store.saveSearch(name, query)
  await store.close()
  for (let tries = 0; tries < 3; tries++) {
    const worker = start()
    await worker.ready
    const asked = { method: 'GET', path: '/api/searches', headers: {} }
    const { status, body } = await worker.ask(asked)
    expect(status).toBe(200)
    const pieces = body[Symbol.asyncIterator]()
    await pieces.next()
    // It has taken note of that, and waits for somebody to read on: its end is then told as if nothing were missing.
    await pause(500)
    worker.kill()
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300)
    await expect(rest(pieces)).rejects.toThrow()
    await worker.ended
  }
}, 120_000)

async function rest(pieces: AsyncIterator<unknown>): Promise<void> {
  while (!(await pieces.next()).done);
}
