import { parentPort } from 'node:worker_threads'
import { HearsayError, type Reader } from '@hearsay/engine'
import { openReader } from '@hearsay/engine/node'
import { readingLimit, stopAfter } from '../../actions/reading-time.js'
import type { Answer, Question } from './messages.js'

// The reader runs here, so that the server answers others meanwhile. One article at a time, in the order they came.
const port = parentPort
let opening: Promise<Reader> | undefined
let last: Promise<unknown> = Promise.resolve()

port?.on('message', (question: Question | 'close') => {
  last = last.then(() => (question === 'close' ? close() : reply(question)))
})

async function reply({ id, article, options }: Question): Promise<void> {
  try {
    const reader = await (opening ??= openReader())
    const stop = stopAfter(readingLimit(article), article.origin)
    tell({ id, ledger: await reader.read(article, { ...options, stop }) })
  } catch (error) {
    // A model that could not be opened may be there next time.
    if (error instanceof HearsayError) opening = undefined
    const { message, stack } = error as Error
    tell({ id, code: error instanceof HearsayError ? error.code : null, message, stack })
  }
}

const tell = (answer: Answer) => port?.postMessage(answer)

async function close(): Promise<void> {
  await opening?.then((reader) => reader.close()).catch(() => {})
  port?.close()
}
