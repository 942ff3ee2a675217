import { setTimeout as pause } from 'node:timers/promises'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { serving, type Serving } from './serving.js'

const its = serving()
const DAM = 'The dam held, officials said on Monday. “It held,” Ana Ruiz told reporters.\n'
/** Takes many seconds to read. */
const LONG = Array.from({ length: 3000 }, (_, n) => `${DAM.trim()} The count was ${n}.\n\n`).join(
  '',
)
const TOLD = existsSync('/proc/self/task')

/** Until the job is being read. */
async function begun(server: Serving, job: string): Promise<void> {
  while ((await its.json(server, `/api/jobs/${job}`)).waiting) await pause(50)
  await pause(1000)
}

test('SIGTERM ends everything within five seconds, whatever it does, and what was acknowledged is kept', async () => {
  const server = await its.serve()
  await its.added(server, { text: DAM, origin: 'dam' })
  const found = await its.json(server, '/api/search?words=held')
  const job = await its.add(server, { text: LONG, origin: 'long' })
  await its.ask(server, '/api/verify', { method: 'POST' })
  await begun(server, job)
  const open = [
    its.ask(server, `/api/jobs/${job}/events`),
    ...Array.from({ length: 9 }, () => its.ask(server, '/api/search?words=*e*+*a*&origins=true')),
    its.ask(server, '/api/read', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: LONG }),
    }),
  ].map((answer) => answer.then((given) => given.text()).catch(() => {}))
  await pause(200)
  const workers = its.workers(server)
  const asked = performance.now()
  server.process.kill('SIGTERM')
  expect(await server.ended).toBe(0)
  expect(performance.now() - asked).toBeLessThan(5_000)
  await Promise.all(open)
  if (TOLD) expect(workers.length).toBeGreaterThan(2)
  for (const pid of workers) expect(() => process.kill(pid, 0)).toThrow('ESRCH')
  const again = await its.serve()
  expect(await its.json(again, '/api/search?words=held')).toEqual(found)
  expect((await its.json(again, '/api/articles')).total).toBe(1)
})

/** Process ids of what reads for a server. */
function readers(server: Serving): number[] {
  const under = its.workers(server).flatMap((pid) => childrenOf(pid))
  return under.filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('reading.js'))
}

const childrenOf = (pid: number) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .split(' ')
    .filter((each) => each !== '')
    .map(Number)

const readingOf = (text: string) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ text }),
})

async function reader(server: Serving): Promise<number> {
  for (;;) {
    const [pid] = readers(server)
    if (pid !== undefined) return pid
    await pause(50)
  }
}

async function untilGone(pid: number): Promise<void> {
  while (existsSync(`/proc/${pid}`)) await pause(50)
}

test.runIf(TOLD)('a reading is given up when nobody waits for it any more', async () => {
  const server = await its.serve()
  const leaving = new AbortController()
  const left = its.ask(server, '/api/read', { ...readingOf(LONG), signal: leaving.signal })
  const pid = await reader(server)
  leaving.abort()
  await expect(left).rejects.toThrow()
  await untilGone(pid)
  expect((await its.ask(server, '/api/read', readingOf(DAM))).status).toBe(200)
  expect(server.stderr()).toBe('')
})

test.runIf(TOLD)('what reads may die while nothing is read', async () => {
  const server = await its.serve()
  expect((await its.ask(server, '/api/read', readingOf(DAM))).status).toBe(200)
  const pid = await reader(server)
  process.kill(pid, 'SIGKILL')
  await untilGone(pid)
  await pause(200)
  expect((await its.ask(server, '/api/read', readingOf(DAM))).status).toBe(200)
})

test('names with signs that end lines elsewhere reach the list of a job whole', async () => {
  const server = await its.serve()
  const origin = 'a\u2028b\u2029c'
  const job = await its.add(server, { text: DAM, origin })
  await (await its.ask(server, `/api/jobs/${job}/events`)).text()
  expect(await its.json(server, `/api/jobs/${job}`)).toMatchObject({
    state: 'done',
    items: [{ origin, outcome: 'added' }],
  })
})

test('a job is cancelled in the middle of an article, and the next one goes on', async () => {
  const server = await its.serve()
  const job = await its.add(server, { text: LONG, origin: 'long' })
  await begun(server, job)
  await its.ask(server, `/api/jobs/${job}`, { method: 'DELETE' })
  await its.added(server, { text: DAM, origin: 'dam' })
  expect(await its.json(server, `/api/jobs/${job}`)).toMatchObject({
    state: 'cancelled',
    items: [],
  })
  expect(await its.json(server, '/api/articles')).toMatchObject({ total: 1 })
})

test.skipIf(!TOLD)('a process that dies costs itself alone: the rest is answered', async () => {
  const server = await its.serve()
  await its.added(server, { text: DAM, origin: 'dam' })
  const job = await its.add(server, { text: LONG, origin: 'long' })
  await begun(server, job)
  for (const pid of its.workers(server)) process.kill(pid, 'SIGKILL')
  const asked = ['/api/status', '/api/search?words=dam', '/api/articles', '/api/actors']
  for (const answer of await Promise.all(asked.map((path) => its.ask(server, path))))
    expect(answer.status).toBe(200)
  await (await its.ask(server, `/api/jobs/${job}/events`)).text()
  expect(await its.json(server, `/api/jobs/${job}`)).toMatchObject({
    state: 'failed',
    error: { code: 'read-failed' },
  })
  await its.added(server, { text: `${DAM} It fell.`, origin: 'fell' })
  expect(await its.json(server, '/api/articles')).toMatchObject({ total: 2 })
})
