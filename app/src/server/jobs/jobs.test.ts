import { setImmediate as nextTurn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { HearsayError } from '@hearsay/engine'
import type { Job } from '@hearsay/contract'
import { Jobs } from './jobs.js'

const forever = new AbortController().signal

/** Jobs, and what they log. */
function queue() {
  const logged: string[] = []
  return { jobs: new Jobs((error) => logged.push(String(error))), logged }
}

/** What a job waits at until it is opened. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { opened, open: () => open() }
}

/** How a job looked at each change, until it ended. */
async function seen(jobs: Jobs, { id }: Job): Promise<Job[]> {
  const looks: Job[] = []
  for await (const job of jobs.find(id).watch(forever)) looks.push(structuredClone(job))
  return looks
}

test('jobs run one after the other, in the order they came', async () => {
  const { jobs } = queue()
  const { opened, open } = gate()
  const order: string[] = []
  jobs.start('add', async () => {
    await opened
    order.push('first')
  })
  const second = jobs.start('verify', async () => void order.push('second'))
  expect(second).toMatchObject({ state: 'running', waiting: true })
  open()
  await seen(jobs, second)
  expect(order).toEqual(['first', 'second'])
})

test('who watches sees the present state first, then what changes, then the end', async () => {
  const { jobs } = queue()
  const { opened, open } = gate()
  const job = jobs.start('add', async ({ total, item }) => {
    total(2)
    item({ origin: 'a', outcome: 'added' })
    await opened
    item({ origin: 'b', outcome: 'known' })
  })
  await new Promise(setImmediate)
  const watching = seen(jobs, job)
  await new Promise(setImmediate)
  open()
  expect((await watching).map(({ state, done, total }) => ({ state, done, total }))).toEqual([
    { state: 'running', done: 1, total: 2 },
    { state: 'done', done: 2, total: 2 },
  ])
  expect(await seen(jobs, job)).toMatchObject([{ state: 'done' }])
})

test('what waits is cancelled at once, what runs at its next step', async () => {
  const { jobs } = queue()
  const { opened, open } = gate()
  const running = jobs.start('add', async (progress, signal) => {
    await opened
    for (let number = 0; !signal.aborted; number++) progress.item({ origin: `${number}` })
  })
  const waiting = jobs.start('add', async () => expect.unreachable())
  await new Promise(setImmediate)
  jobs.find(waiting.id).cancel()
  jobs.find(running.id).cancel()
  expect([running.state, waiting.state]).toEqual(['running', 'cancelled'])
  open()
  await seen(jobs, running)
  expect(running).toMatchObject({ state: 'cancelled', done: 0 })
})

test('a job that fails says why and lets the next one run; of a fault only the log tells', async () => {
  const { jobs, logged } = queue()
  const named = jobs.start('add', () => Promise.reject(new HearsayError('store-full', 'Full.')))
  const fault = jobs.start('add', () => Promise.reject(new Error('secret path')))
  const next = jobs.start('add', async () => {})
  await seen(jobs, next)
  expect(named).toMatchObject({ state: 'failed', error: { code: 'store-full', message: 'Full.' } })
  expect(fault).toMatchObject({ state: 'failed', error: { code: 'internal' } })
  expect(fault.error?.message).not.toContain('secret')
  expect(logged.join()).toContain('secret path')
  expect(next.state).toBe('done')
})

test('closing waits for the step that runs', async () => {
  const { jobs } = queue()
  const { opened, open } = gate()
  const running = jobs.start('add', () => opened)
  const waiting = jobs.start('add', async () => expect.unreachable())
  await new Promise(setImmediate)
  const closing = jobs.close()
  open()
  await closing
  expect([running.state, waiting.state]).toEqual(['cancelled', 'cancelled'])
})

test('too many waiting jobs, and unknown ones, are refused', () => {
  const { jobs } = queue()
  for (let number = 0; number < 1000; number++) jobs.start('add', async () => {})
  expect(() => jobs.start('add', async () => {})).toThrow('1000 jobs are waiting')
  expect(() => jobs.find('none')).toThrow('There is no job none')
})

test('a job that stands still says why, and no longer once it goes on or has ended', async () => {
  const { jobs } = queue()
  const { opened, open } = gate()
  const job = jobs.start('add', () => opened)
  const waiting = jobs.start('add', async () => {})
  await Promise.resolve()
  jobs.stall('The database is away.')
  expect([job.stalled, waiting.stalled]).toEqual(['The database is away.', undefined])
  jobs.stall(null)
  expect(job.stalled).toBeUndefined()
  jobs.stall('The database is away.')
  open()
  await seen(jobs, job)
  expect(job).toMatchObject({ state: 'done' })
  expect(job.stalled).toBeUndefined()
})

test('what waits with a job is let go when that is cancelled, and not only in its turn', async () => {
  const { jobs } = queue()
  const { opened, open } = gate()
  const first = jobs.start('add', () => opened)
  const held = startedWith(jobs, { bytes: new Uint8Array(1000) })
  await nextTurn()
  collectGarbage()
  expect(held.deref()).toBeUndefined()
  open()
  await seen(jobs, first)
})

/** Starts a job with these, and cancels it while it waits. */
function startedWith(jobs: Jobs, given: { bytes: Uint8Array }): WeakRef<object> {
  const { id } = jobs.start('add', async () => void given.bytes.length)
  jobs.find(id).cancel()
  return new WeakRef(given)
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}
