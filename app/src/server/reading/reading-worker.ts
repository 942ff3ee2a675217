import { parentPort } from 'node:worker_threads'
import { HearsayError, type Reader } from '@hearsay/engine'
import { openReader } from '@hearsay/engine/node'
import type { Answer, Question } from './messages.js'

// The reader runs here: a thread can be ended whatever it does. One article at a time.
const port = parentPort
let opening: Promise<Reader> | undefined
let last: Promise<unknown> = Promise.resolve()

port?.on('message', (question: Question | 'close') => {
  last = last.then(() => (question === 'close' ? close() : reply(question)))
})

async function reply({ article, options }: Question): Promise<void> {
  try {
    const reader = await (opening ??= openReader())
    tell({ ledger: await reader.read(article, options) })
  } catch (error) {
    // A model that could not be opened may be there next time.
    if (error instanceof HearsayError) opening = undefined
    const { message, stack } = error as Error
    tell({ code: error instanceof HearsayError ? error.code : null, message, stack })
  }
}

const tell = (answer: Answer) => port?.postMessage(answer)

async function close(): Promise<void> {
  await opening?.then((reader) => reader.close()).catch(() => {})
  port?.close()
}
