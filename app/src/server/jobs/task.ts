import type { Job, JobItem } from '@hearsay/contract'
import { toldError, type Log } from '../answers/told-error.js'
import { hasEnded } from './job.js'
import { listItem, MOST_LISTED } from './listing.js'

/** What a job does: it says how far it is, and stops after an article when `signal` comes. */
export type Work = (progress: Progress, signal: AbortSignal) => Promise<void>

export interface Progress {
  total(count: number): void
  item(item: JobItem): void
  problem(problem: { where: string; what: string }): void
}

/** One job with its work: carried out once, stopped, watched. */
export class Task {
  private readonly stop = new AbortController()
  private readonly watchers = new Set<() => void>()

  private work: Work | null

  constructor(
    readonly job: Job,
    work: Work,
    /** How many bytes wait with it. */
    readonly held: number,
  ) {
    this.work = work
  }

  async run(log: Log): Promise<void> {
    const { work } = this
    // What it worked on, a large file perhaps, is not held longer than it takes.
    this.work = null
    if (!work || hasEnded(this.job)) return
    this.change({ waiting: false })
    try {
      await work(this.progress(), this.stop.signal)
      this.change({ state: this.stop.signal.aborted ? 'cancelled' : 'done', stalled: undefined })
    } catch (error) {
      this.change({ state: 'failed', stalled: undefined, error: toldError(error, log) })
    }
  }

  /** At once while it waits, after the article it is at while it runs. */
  cancel(): void {
    this.stop.abort()
    if (!this.job.waiting) return
    this.work = null
    this.change({ state: 'cancelled', waiting: false })
  }

  stall(why: string | null): void {
    if (!hasEnded(this.job) && !this.job.waiting) this.change({ stalled: why ?? undefined })
  }

  /** The job now and after changes, several of them at once perhaps, until it has ended or `signal` comes. */
  async *watch(signal: AbortSignal): AsyncGenerator<Job, void, undefined> {
    while (!signal.aborted) {
      const changed = this.nextChange(signal)
      yield this.job
      if (hasEnded(this.job)) return
      await changed
    }
  }

  private progress(): Progress {
    return {
      total: (total) => this.change({ total }),
      item: (item) => {
        listItem(this.job, item)
        this.change({})
      },
      problem: (problem) => {
        const { problems = [], counts } = this.job
        if (problems.length < MOST_LISTED) problems.push(problem)
        counts['problems'] = (counts['problems'] ?? 0) + 1
        this.change({ problems })
      },
    }
  }

  private change(what: Partial<Job>): void {
    Object.assign(this.job, what)
    for (const watcher of [...this.watchers]) watcher()
  }

  private nextChange(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        this.watchers.delete(done)
        signal.removeEventListener('abort', done)
        resolve()
      }
      this.watchers.add(done)
      signal.addEventListener('abort', done)
    })
  }
}
