import type { ToldError } from '@hearsay/contract'

/** What a worker is for: it answers questions, or it reads and saves. */
export type Role = 'answering' | 'reading'

/** Between the process that listens and a worker, beside requests and their answers. */
export type Order = 'cancel' | 'close'
export type Report =
  | 'ready'
  /** Why it waits for its database; null when that is over. */
  | { stalled: string | null }
  /** It could not begin: why. */
  | { failed: ToldError }
  /** Something went wrong that nobody else is told. */
  | { fault: { message: string; stack?: string } }
