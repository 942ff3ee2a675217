import { once } from 'node:events'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { HearsayError, type Article, type Ledger, type ReadOptions } from '@hearsay/engine'
import { packageFolder } from '../../actions/package-folder.js'
import type { Answer, Question } from './messages.js'

/** How long reading may take, in milliseconds: so long, and so much more for each character. */
const [AT_LEAST_MS, PER_CHARACTER_MS] = [120_000, 0.6]

/** The reader in a thread of its own, opened with the first article and kept. It reads one article after the other. */
export class ReaderThread {
  private worker: Worker | null = null
  private last: Promise<unknown> = Promise.resolve()

  /**
   * @throws HearsayError `read-failed` when the thread breaks down, as by an article too large for its memory;
   * `read-too-slow`; `read-cancelled` when `signal` comes.
   */
  read(article: Article, options?: ReadOptions, signal?: AbortSignal): Promise<Ledger> {
    const read = this.last.then(() => {
      if (signal?.aborted) throw cancelled()
      return this.readOne({ article, options }, signal)
    })
    this.last = read.catch(() => {})
    return read
  }

  /** Ends the thread when all that was asked is answered. */
  async close(): Promise<void> {
    await this.last
    const { worker } = this
    if (!worker) return
    const ended = once(worker, 'exit')
    worker.postMessage('close')
    await ended
  }

  private async readOne(question: Question, signal?: AbortSignal): Promise<Ledger> {
    const worker = (this.worker ??= this.start())
    const limit = AT_LEAST_MS + PER_CHARACTER_MS * question.article.text.length
    let stop = () => {}
    let late: NodeJS.Timeout | undefined
    try {
      return await new Promise<Ledger>((resolve, reject) => {
        stop = () => reject(cancelled())
        late = setTimeout(() => reject(tooSlow(limit)), limit)
        signal?.addEventListener('abort', stop)
        worker.once('exit', () => reject(new HearsayError('read-failed', BROKEN)))
        worker.once('error', (cause) => reject(new HearsayError('read-failed', BROKEN, { cause })))
        worker.once('message', (answer: Answer) => {
          if ('ledger' in answer) resolve(answer.ledger)
          else reject(errorOf(answer))
        })
        worker.postMessage(question)
      })
    } catch (error) {
      if (signal?.aborted || GIVEN_UP.has((error as HearsayError).code)) this.giveUp()
      throw error
    } finally {
      clearTimeout(late)
      signal?.removeEventListener('abort', stop)
      worker.removeAllListeners('message').removeAllListeners('exit')
    }
  }

  private start(): Worker {
    return new Worker(join(packageFolder(), 'dist/server/reading-worker.js'))
  }

  /** The next article gets a thread of its own. */
  private giveUp(): void {
    void this.worker?.terminate()
    this.worker = null
  }
}

const BROKEN = 'The reader broke down over this article. Split it, or add it by itself.'
const GIVEN_UP = new Set(['read-failed', 'read-too-slow'])

const cancelled = () => new HearsayError('read-cancelled', 'The reading was cancelled.')

function tooSlow(limit: number): HearsayError {
  const message = `The reader was not done with this article within ${Math.round(limit / 1000)} s. Split it.`
  return new HearsayError('read-too-slow', message)
}

function errorOf({ code, message, stack }: Extract<Answer, { message: string }>): Error {
  if (code !== null) return new HearsayError(code, message)
  return Object.assign(new Error(message), { stack })
}
