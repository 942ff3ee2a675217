import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { HearsayError } from '@hearsay/engine'
import type { Draft, PageSource, Problem } from './draft.js'

/** How long one page may take, in milliseconds. */
export const PAGE_DEADLINE_MS = 20_000
/** How much memory parsing may take, in MB. */
const MAX_HEAP_MB = 768

// Sources run only under the tests, which build first; Node runs no TypeScript.
const WORKER = import.meta.url.endsWith('.ts') ? '../dist/worker.js' : './worker.js'

let idle: Worker | null = null
let last: Promise<unknown> = Promise.resolve()

/**
 * Reads a page in a worker thread, which is kept for the next page: starting one costs more than most
 * pages do. Pages queue. Throws HearsayError with the page's problem, or `html-timeout` or
 * `html-out-of-memory` after killing the worker.
 */
export function readInWorker(source: PageSource, deadlineMs = PAGE_DEADLINE_MS): Promise<Draft> {
  const turn = last.then(() => readNow(source, deadlineMs))
  last = turn.catch(() => {})
  return turn
}

async function readNow(source: PageSource, deadlineMs: number): Promise<Draft> {
  const worker = idle ?? startWorker()
  idle = null
  worker.ref()
  worker.postMessage(source)
  try {
    const [answer] = await once(worker, 'message', { signal: AbortSignal.timeout(deadlineMs) })
    // An idle worker does not keep the process alive.
    worker.unref()
    idle = worker
    return draftOf(answer)
  } catch (error) {
    if (error instanceof HearsayError) throw error
    await worker.terminate()
    throw failure(error as Error, source.origin, deadlineMs)
  }
}

function startWorker(): Worker {
  return new Worker(new URL(WORKER, import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
  })
}

function draftOf(answer: Draft | Problem): Draft {
  if ('code' in answer) throw new HearsayError(answer.code, answer.message)
  return answer
}

function failure(error: Error, origin: string, deadlineMs: number): HearsayError {
  const say = (code: string, what: string) =>
    new HearsayError(code, `${origin} ${what}. Save the text alone.`, { cause: error })
  if (error.name === 'AbortError') {
    return say('html-timeout', `was not parsed within ${deadlineMs} ms`)
  }
  if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return say('html-out-of-memory', `took more than ${MAX_HEAP_MB} MB to parse`)
  }
  return say('html-unreadable', `could not be parsed (${error.message})`)
}
