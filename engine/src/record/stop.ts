/** What ends a long reading early: an AbortSignal, or whatever is asked in the same way, as a deadline is. */
export interface StopSignal {
  readonly aborted: boolean
  /** Throws the reason when it is. */
  throwIfAborted(): void
}
