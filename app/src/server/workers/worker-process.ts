import { createServer } from 'node:http2'
import { Socket } from 'node:net'
import { isMainThread, Worker } from 'node:worker_threads'
import { HearsayError } from '@hearsay/engine'
import { modelId } from '@hearsay/engine/node'
import { loginName } from '../../actions/login.js'
import { openHome, storeName, type Waiting } from '../../actions/open-home.js'
import { createDesk } from '../application.js'
import { deedsHere } from '../jobs/deeds.js'
import { listener } from '../listener.js'
import { ReaderProcess } from '../reading/reader-process.js'
import { absent } from './absent.js'
import { endWithParent } from './end-with-parent.js'
import type { Order, Report, Role } from './messages.js'

// A process that opens the store for the one that listens; requests come and answers go through the pipe between them.
const PIPE = 3
const say = (report: Report) => void process.send?.(report)

/** A request waits less for a database that is away than what reads and saves does, which says so. */
const WAITING: Record<Role, Waiting> = {
  answering: { patienceMs: 10_000, onWait: () => {} },
  reading: { onWait: (stalled) => say({ stalled }) },
}

if (isMainThread) await begin(process.argv[2] as Role)
else endWithParent()

async function begin(role: Role): Promise<void> {
  // Ctrl-C reaches the whole group of processes; the parent decides what stops.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})
  process.on('disconnect', () => process.exit())
  new Worker(new URL(import.meta.url)).unref()
  await work(role).catch((error: Error) => {
    const code = error instanceof HearsayError ? error.code : 'internal'
    process.send?.({ failed: { code, message: error.message } } satisfies Report, () =>
      process.exit(),
    )
  })
}

async function work(role: Role): Promise<void> {
  const store = await openHome(WAITING[role])
  const reader = new ReaderProcess()
  const log = (error: unknown) => {
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    say({ fault: { message, stack } })
  }
  const ending = new AbortController()
  let cancelling = new AbortController()
  const desk = createDesk(
    {
      ...{ store, reader, log, model: modelId, by: loginName(), home: await storeName() },
      ...{ deeds: deedsHere({ store, reader, log }), ending: ending.signal },
      ...{ jobs: absent('list of jobs'), page: absent('page'), door: absent('door') },
    },
    () => (cancelling = new AbortController()).signal,
  )
  process.on('message', (order: Order) => {
    if (order === 'cancel') cancelling.abort()
    else void Promise.all([reader.close(), store.close()]).finally(() => process.exit())
  })
  createServer(listener(desk, log)).emit('connection', new Socket({ fd: PIPE }))
  say('ready')
}
