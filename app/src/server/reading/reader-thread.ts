import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { HearsayError, type Article, type Ledger, type ReadOptions } from '@hearsay/engine'
import { packageFolder } from '../../actions/package-folder.js'
import type { Answer, Question } from './messages.js'

interface Waiting {
  resolve(ledger: Ledger): void
  reject(error: Error): void
}

/** The reader in a thread of its own, opened with the first article and kept. */
export class ReaderThread {
  private worker: Worker | null = null
  private readonly waiting = new Map<number, Waiting>()
  private next = 0

  /** @throws HearsayError `read-failed` when the thread breaks down, as by an article too large for its memory. */
  read(article: Article, { minConfidence }: ReadOptions = {}): Promise<Ledger> {
    const worker = (this.worker ??= this.start())
    const id = this.next++
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      // What stops a reading cannot be sent: the thread has a time limit of its own.
      worker.postMessage({ id, article, options: { minConfidence } } satisfies Question)
    })
  }

  /** Ends the thread when all that was asked is answered. */
  async close(): Promise<void> {
    const { worker } = this
    if (!worker) return
    const ended = once(worker, 'exit')
    worker.postMessage('close')
    await ended
  }

  private start(): Worker {
    const worker = new Worker(join(packageFolder(), 'dist/server/reading-worker.js'))
    let cause: unknown
    worker.on('message', (answer: Answer) => this.answered(answer))
    worker.on('error', (error) => (cause = error))
    worker.on('exit', () => this.ended(cause))
    return worker
  }

  private answered(answer: Answer): void {
    const asked = this.waiting.get(answer.id)
    this.waiting.delete(answer.id)
    if ('ledger' in answer) asked?.resolve(answer.ledger)
    else asked?.reject(errorOf(answer))
  }

  private ended(cause: unknown): void {
    this.worker = null
    const asked = [...this.waiting.values()]
    this.waiting.clear()
    const message = 'The reader broke down over this article. Split it, or add it by itself.'
    for (const { reject } of asked) reject(new HearsayError('read-failed', message, { cause }))
  }
}

function errorOf({ code, message, stack }: Extract<Answer, { message: string }>): Error {
  if (code !== null) return new HearsayError(code, message)
  return Object.assign(new Error(message), { stack })
}
