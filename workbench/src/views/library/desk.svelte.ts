import type { Given, Job, JobItem } from '@hearsay/contract'
import { addArticle, addFile } from '../../api/articles.js'
import { failureOf, type Failure } from '../../api/failure.js'
import { cancelJob, listJobs, watchJob } from '../../api/jobs.js'

export interface Task {
  id: number
  name: string
  state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  job: Job | null
  /** Why the whole of it failed. */
  failure: Failure | null
}

type Start = () => Promise<{ job: string }>

/**
 * What is being brought in, checked and read again: one after the other, since the server does so too and a browser
 * keeps few streams open. It goes on while other views are looked at.
 */
class Desk {
  tasks = $state.raw<Task[]>([])
  /** Counts up whenever something ended: lists look again. */
  ended = $state(0)
  #starts = new Map<number, Start>()
  #next = 1
  #busy = false

  constructor() {
    addEventListener('beforeunload', (event) => {
      // Files that wait are only in this page.
      if (this.#starts.size > 0) event.preventDefault()
    })
  }

  bring(what: Given | File): void {
    const name = what instanceof File ? what.name : (what.url ?? 'What was pasted')
    this.add(name, () => (what instanceof File ? addFile(what) : addArticle(what)))
  }

  add(name: string, start: Start): void {
    const id = this.#next++
    this.#starts.set(id, start)
    this.tasks = [{ id, name, state: 'waiting', job: null, failure: null }, ...this.tasks]
    void this.#work()
  }

  /** Takes up what the server is at already: the page was loaded anew. */
  async adopt(): Promise<void> {
    const ours = new Set(this.tasks.map(({ job }) => job?.id))
    const jobs = await listJobs().catch(() => [])
    for (const job of jobs.filter(({ id, state }) => state === 'running' && !ours.has(id))) {
      const name = job.items.at(-1)?.origin ?? NAMES[job.kind]
      this.add(name, async () => ({ job: job.id }))
    }
  }

  async cancel(task: Task): Promise<void> {
    this.#starts.delete(task.id)
    if (task.state === 'waiting') this.#change(task.id, { state: 'cancelled' })
    if (task.state === 'running' && task.job) await cancelJob(task.job.id).catch(() => {})
  }

  cancelAll(): void {
    for (const task of this.tasks) void this.cancel(task)
  }

  /** Forgets what has ended. */
  clear(): void {
    this.tasks = this.tasks.filter(({ state }) => state === 'waiting' || state === 'running')
  }

  async #work(): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    for (;;) {
      const task = this.tasks.findLast(({ state }) => state === 'waiting')
      if (!task) break
      await this.#run(task)
      this.ended++
    }
    this.#busy = false
  }

  async #run({ id }: Task): Promise<void> {
    const start = this.#starts.get(id)
    this.#change(id, { state: 'running' })
    try {
      if (!start) throw new Error('It was cancelled.')
      const { job } = await start()
      this.#starts.delete(id)
      const ended = await watchJob(job, (now) => this.#change(id, { job: now }))
      const failed = ended.items.length > 0 && ended.items.every(({ error }) => error)
      const state = ended.state === 'cancelled' ? 'cancelled' : failed ? 'failed' : 'done'
      this.#change(id, { job: ended, state })
    } catch (thrown) {
      this.#starts.delete(id)
      this.#change(id, { state: 'failed', failure: failureOf(thrown) })
    }
  }

  #change(id: number, change: Partial<Task>): void {
    this.tasks = this.tasks.map((task) => (task.id === id ? { ...task, ...change } : task))
  }
}

const NAMES: Record<Job['kind'], string> = {
  add: 'What is brought in',
  're-read': 'Reading everything again',
  verify: 'Checking everything',
}

/** The items that say something: failures, and what is none too many to list. */
export function itemsOf({ job }: Task, most = 20): JobItem[] {
  const items = job?.items ?? []
  const failed = items.filter(({ error }) => error)
  return items.length <= most ? items : failed.slice(0, most)
}

export const desk = new Desk()
