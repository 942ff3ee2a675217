import { HearsayError } from '@hearsay/engine'
import type { OnWait } from '@hearsay/store'
import type { Log } from '../answers/told-error.js'
import { termsOf, type Answer, type Asked } from './requests.js'
import { Turns } from './turns.js'
import { Worker, WorkerEnded } from './worker.js'

/** How many processes answer from the beginning, and when all of them are busy; one is always left for what is quick. */
const [AT_FIRST, MOST] = [2, 3]
/** How many processes a question may cost. */
const TRIES = 3
/** How many costly questions may wait for a turn. */
const MOST_WAITING = 50

/** The processes that open the store. Another takes the place of one that has ended. */
export class Workers {
  private readonly answering: Worker[] = []
  private reader: Worker | null = null
  private readonly turns = new Turns(AT_FIRST - 1, MOST_WAITING)
  private closing = false

  constructor(
    private readonly log: Log,
    /** Told when what reads and saves waits for its database. */
    private readonly onWait: OnWait,
  ) {}

  /** @throws HearsayError what opening the store throws. */
  async open(): Promise<void> {
    // One after the other: the first may have to bring the store to a new schema.
    await this.begin().ready
    for (let n = 1; n < AT_FIRST; n++) this.begin()
  }

  /** What the least busy of the processes answers. @throws HearsayError `query-too-slow`, `store-slow`, `store-broke-down`, `queue-full`. */
  async answer(asked: Asked): Promise<Answer> {
    const { costly } = termsOf(asked)
    return costly ? this.turns.take(() => this.persistently(asked)) : this.persistently(asked)
  }

  /** What the one that reads answers. @throws HearsayError `read-failed`. */
  async read(asked: Asked): Promise<Answer> {
    const worker = this.reading()
    try {
      await worker.ready
      return await worker.ask(asked)
    } catch (error) {
      throw error instanceof WorkerEnded ? readingBroke(error) : error
    }
  }

  /** The one that reads and saves. */
  reading(): Worker {
    if (!this.reader?.alive) this.reader = new Worker('reading', this.log, this.onWait)
    return this.reader
  }

  /** Ends them all, whatever they do. */
  async close(): Promise<void> {
    this.closing = true
    const all = [...this.answering, ...(this.reader ? [this.reader] : [])]
    await Promise.all(all.map((worker) => worker.close()))
  }

  /** What asks for nothing but an answer is asked again where the process ended, perhaps over something else. */
  private async persistently(asked: Asked): Promise<Answer> {
    for (let tries = asked.method === 'GET' ? TRIES : 1; ; tries--) {
      try {
        return await this.once(asked)
      } catch (error) {
        if (!(error instanceof WorkerEnded)) throw error
        if (tries === 1 || this.closing) throw brokeDown(error)
      }
    }
  }

  private async once(asked: Asked): Promise<Answer> {
    const worker = this.idlest()
    await worker.ready
    const { deadlineMs, costly } = termsOf(asked)
    let late = false
    const timer = setTimeout(() => {
      late = true
      worker.kill()
    }, deadlineMs)
    try {
      return await worker.ask(asked)
    } catch (error) {
      throw late ? tooSlow(deadlineMs, costly) : error
    } finally {
      clearTimeout(timer)
    }
  }

  /** Of those that have begun, if there are any, while others begin. */
  private idlest(): Worker {
    const alive = this.answering.filter((worker) => worker.alive)
    this.answering.splice(0, this.answering.length, ...alive)
    const few =
      alive.length < AT_FIRST || (alive.length < MOST && alive.every(({ busy }) => busy > 0))
    if (few && !this.closing) this.begin()
    const weight = ({ begun, busy }: Worker) => (begun ? busy : Infinity)
    return this.answering.reduce((best, each) => (weight(each) < weight(best) ? each : best))
  }

  private begin(): Worker {
    const worker = new Worker('answering', this.log, () => {})
    this.answering.push(worker)
    return worker
  }
}

function brokeDown(cause: unknown): HearsayError {
  const message =
    'The process that opens the store broke down over this; others have taken its place. "hearsay verify" says whether something is damaged.'
  return new HearsayError('store-broke-down', message, { cause })
}

/** What reads and saves has ended. */
export function readingBroke(cause: unknown): HearsayError {
  const message =
    'The process that reads and saves broke down over this. What was told is kept; add the rest in parts.'
  return new HearsayError('read-failed', message, { cause })
}

function tooSlow(deadlineMs: number, costly: boolean): HearsayError {
  const seconds = deadlineMs / 1000
  if (costly)
    return new HearsayError(
      'query-too-slow',
      `This question is too costly, because it was not answered within ${seconds} s. Ask for rarer words, or narrow it.`,
    )
  return new HearsayError(
    'store-slow',
    `The store did not answer within ${seconds} s. Try again; what was acknowledged is kept.`,
  )
}
