import { randomBytes } from 'node:crypto'
import type { Job } from '@hearsay/contract'
import { HearsayError } from '@hearsay/engine'
import type { Log } from '../answers/told-error.js'
import { hasEnded } from './job.js'
import { Task, type Work } from './task.js'

/** How many jobs may wait, and how many bytes they may hold; how many that have ended are remembered. */
const MOST_WAITING = 1000
const MOST_HELD = 500_000_000
const MOST_REMEMBERED = 100

/** Jobs, one running at a time, the others in the order they came. */
export class Jobs {
  private readonly tasks = new Map<string, Task>()
  private last: Promise<void> = Promise.resolve()

  constructor(private readonly log: Log) {}

  /** `held`: how many bytes wait with it. @throws HearsayError `queue-full`. */
  start(kind: Job['kind'], work: Work, held = 0): Job {
    this.refuseTooMuch(held)
    const id = randomBytes(6).toString('hex')
    const job: Job = {
      ...{ id, kind, state: 'running', waiting: true },
      ...{ done: 0, total: null, items: [], counts: {} },
    }
    const task = new Task(job, work, held)
    this.tasks.set(id, task)
    this.forgetOldest()
    this.last = this.last.then(() => task.run(this.log))
    return job
  }

  /** All that are remembered, the latest first. */
  list(): Job[] {
    return [...this.tasks.values()].map(({ job }) => job).reverse()
  }

  /** @throws HearsayError `job-unknown`. */
  find(id: string): Task {
    const found = this.tasks.get(id)
    if (found) return found
    const message = `There is no job ${id}. Jobs are remembered while "hearsay serve" runs.`
    throw new HearsayError('job-unknown', message)
  }

  /** Says of the job that runs why it stands still; null when it goes on. */
  stall(why: string | null): void {
    for (const task of this.tasks.values()) task.stall(why)
  }

  /** Stops what runs after the article it is at, and starts nothing that waits. */
  async close(): Promise<void> {
    for (const task of this.tasks.values()) task.cancel()
    await this.last
  }

  private refuseTooMuch(held: number): void {
    const waiting = [...this.tasks.values()].filter(({ job }) => !hasEnded(job))
    const bytes = waiting.reduce((sum, task) => sum + task.held, held)
    if (waiting.length < MOST_WAITING && (waiting.length === 0 || bytes <= MOST_HELD)) return
    const message = `${waiting.length} jobs are waiting already. Try again when some are done.`
    throw new HearsayError('queue-full', message)
  }

  private forgetOldest(): void {
    const ended = [...this.tasks].filter(([, { job }]) => hasEnded(job))
    for (const [id] of ended.slice(0, Math.max(0, ended.length - MOST_REMEMBERED)))
      this.tasks.delete(id)
  }
}
