import { isMainThread, Worker } from 'node:worker_threads'
import { HearsayError, type Reader } from '@hearsay/engine'
import { openReader } from '@hearsay/engine/node'
import { readingLimit, stopAfter } from '../../actions/reading-time.js'
import { endWithParent } from '../workers/end-with-parent.js'
import type { Answer, Question } from './messages.js'

// The reader runs here: a process can be ended whatever it does. One article at a time.
let opening: Promise<Reader> | undefined

if (isMainThread) begin()
else endWithParent()

function begin(): void {
  // Ctrl-C reaches the whole group of processes; the parent decides what stops.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {})
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
  new Worker(new URL(import.meta.url)).unref()
  process.on('message', (question: Question) => void reply(question))
}

async function reply({ article, options }: Question): Promise<void> {
  try {
    const reader = await (opening ??= openReader())
    const stop = stopAfter(readingLimit(article), article.origin)
    tell({ ledger: await reader.read(article, { ...options, stop }) })
  } catch (error) {
    // A model that could not be opened may be there next time.
    if (error instanceof HearsayError) opening = undefined
    const { message, stack } = error as Error
    tell({ code: error instanceof HearsayError ? error.code : null, message, stack })
  }
}

const tell = (answer: Answer) => process.send?.(answer)
