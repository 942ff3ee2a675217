import type { Outcome, Problem } from '@hearsay/store'
import type { ToldError } from '../answers/told-error.js'

export const JOB_KINDS = ['add', 're-read', 'verify'] as const
export type JobKind = (typeof JOB_KINDS)[number]

export const JOB_STATES = ['running', 'done', 'failed', 'cancelled'] as const
export type JobState = (typeof JOB_STATES)[number]

/** What came of one article. */
export interface JobItem {
  origin: string
  outcome?: Outcome | 'kept' | 'same' | 'skipped'
  article?: string
  version?: number
  error?: ToldError
}

/** A deed that takes longer than a request. */
export interface Job {
  id: string
  kind: JobKind
  state: JobState
  /** Others run before it. */
  waiting: boolean
  /** Why it stands still: its database is away, and waited for. */
  stalled?: string
  /** How many articles are through. */
  done: number
  /** How many there are; null while that is not known. */
  total: number | null
  /** The latest of them; where there were too many to list, those that failed stay longest. */
  items: JobItem[]
  /** How many had each outcome, also of those no longer listed; `failed` counts errors. */
  counts: Record<string, number>
  /** What verify found so far. */
  problems?: Problem[]
  /** Why the whole job failed. */
  error?: ToldError
}

export function hasEnded({ state }: Job): boolean {
  return state !== 'running'
}
