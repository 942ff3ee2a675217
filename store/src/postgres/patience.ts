import { setMaxListeners } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import type { OnWait } from '../store.js'
import { DatabaseAway } from './away.js'

/** How long a database is waited for that has answered before, and one that has not, in milliseconds. */
export const PATIENCE_MS = 300_000
const OPENING_MS = 10_000
const [FIRST_PAUSE_MS, LONGEST_PAUSE_MS] = [100, 5_000]

export interface PatienceOptions {
  /** In milliseconds, in all, from when the database was missed. */
  patienceMs?: number
  /** From 0 to 1, by chance: without it everybody comes back at the same moment. */
  jitter?: () => number
  /** Told when the waiting begins, and when the database answers again. */
  onWait?: OnWait
  /** Once it comes, nothing is waited for. */
  signal?: AbortSignal
}

/**
 * Does work again while the database is away, after pauses that grow twofold up to five seconds, each cut at random by
 * up to a half so that not all who wait come back at once.
 */
export class Patience {
  private met = false
  private told = false
  private readonly ending = new AbortController()
  private readonly longest: number
  private readonly onWait: OnWait
  private readonly jitter: () => number

  constructor(options: PatienceOptions) {
    const { patienceMs = PATIENCE_MS, onWait = () => {}, jitter = () => 0, signal } = options
    this.longest = patienceMs
    // Any number of pieces of work may wait.
    setMaxListeners(0, this.ending.signal)
    this.onWait = onWait
    this.jitter = jitter
    signal?.addEventListener('abort', () => this.stop(), { once: true })
  }

  /** What `work` answers in the end. @throws DatabaseAway when that takes too long or the store is closed. */
  async keepTrying<T>(work: () => Promise<T>): Promise<T> {
    let missed: number | null = null
    for (let next = FIRST_PAUSE_MS; ; next = Math.min(2 * next, LONGEST_PAUSE_MS)) {
      try {
        const answer = await work()
        this.answered()
        return answer
      } catch (error) {
        if (!(error instanceof DatabaseAway) || this.ending.signal.aborted) throw error
        missed ??= performance.now()
        if (performance.now() - missed > this.allowed()) throw error
        this.tell(error)
      }
      await this.pause(next * (1 - this.jitter() / 2))
    }
  }

  /** Nobody waits any longer. */
  stop(): void {
    this.ending.abort()
  }

  private allowed(): number {
    return this.met ? this.longest : Math.min(this.longest, OPENING_MS)
  }

  /** Of several that wait, the first says so. */
  private tell({ message }: Error): void {
    if (this.told) return
    this.told = true
    const seconds = Math.round(this.allowed() / 1000)
    const long = seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} minutes`
    this.onWait(`${message} It is waited for, up to ${long}.`)
  }

  private answered(): void {
    this.met = true
    if (this.told) this.onWait(null)
    this.told = false
  }

  private async pause(ms: number): Promise<void> {
    await pause(ms, undefined, { signal: this.ending.signal }).catch(() => {})
  }
}
