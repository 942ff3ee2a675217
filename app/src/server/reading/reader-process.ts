import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { HearsayError, type Article, type Ledger, type ReadOptions } from '@hearsay/engine'
import { packageFolder } from '../../actions/package-folder.js'
import { readingLimit } from '../../actions/reading-time.js'
import type { Answer, Question } from './messages.js'

/** How much longer than the reader's own limit the process is waited for, in milliseconds. */
const SLACK_MS = 30_000

/** The reader in a process of its own, opened with the first article and kept. It reads one article after the other. */
export class ReaderProcess {
  private process: ChildProcess | null = null
  private last: Promise<unknown> = Promise.resolve()

  /**
   * @throws HearsayError `read-failed` when the process breaks down, as by an article too large for its memory;
   * `read-too-slow`; `read-cancelled` when `signal` comes.
   */
  read(
    article: Article,
    { minConfidence }: ReadOptions = {},
    signal?: AbortSignal,
  ): Promise<Ledger> {
    const read = this.last.then(() => {
      if (signal?.aborted) throw cancelled()
      // What stops a reading cannot be sent: the process has a time limit of its own.
      return this.readOne({ article, options: { minConfidence } }, signal)
    })
    this.last = read.catch(() => {})
    return read
  }

  /** Ends the process, whatever it does. */
  async close(): Promise<void> {
    const { process } = this
    if (!process) return
    const ended = once(process, 'exit')
    this.giveUp()
    await ended
  }

  private async readOne(question: Question, signal?: AbortSignal): Promise<Ledger> {
    const process = (this.process ??= this.start())
    const limit = readingLimit(question.article) + SLACK_MS
    let stop = () => {}
    let late: NodeJS.Timeout | undefined
    let answered: (answer: Answer) => void = () => {}
    let ended = () => {}
    try {
      return await new Promise<Ledger>((resolve, reject) => {
        stop = () => reject(cancelled())
        ended = () => reject(new HearsayError('read-failed', BROKEN))
        answered = (answer) =>
          'ledger' in answer ? resolve(answer.ledger) : reject(errorOf(answer))
        late = setTimeout(() => reject(tooSlow(limit)), limit)
        signal?.addEventListener('abort', stop)
        process.once('exit', ended).once('message', answered)
        process.send(question, (error) => error && ended())
      })
    } catch (error) {
      if (GIVEN_UP.has((error as HearsayError).code)) this.giveUp()
      throw error
    } finally {
      clearTimeout(late)
      signal?.removeEventListener('abort', stop)
      process.off('exit', ended).off('message', answered)
    }
  }

  private start(): ChildProcess {
    const started = fork(join(packageFolder(), 'dist/server/reading.js'), {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const gone = () => {
      if (this.process === started) this.process = null
    }
    return started.once('exit', gone).on('error', gone)
  }

  /** The next article gets a process of its own. */
  private giveUp(): void {
    this.process?.kill('SIGKILL')
    this.process = null
  }
}

const BROKEN = 'The reader broke down over this article. Split it, or add it by itself.'
const GIVEN_UP = new Set(['read-failed', 'read-too-slow', 'read-cancelled'])

const cancelled = () => new HearsayError('read-cancelled', 'The reading was cancelled.')

function tooSlow(limit: number): HearsayError {
  const message = `The reader was not done with this article within ${Math.round(limit / 1000)} s. Split it.`
  return new HearsayError('read-too-slow', message)
}

function errorOf({ code, message, stack }: Extract<Answer, { message: string }>): Error {
  if (code !== null) return new HearsayError(code, message)
  return Object.assign(new Error(message), { stack })
}
