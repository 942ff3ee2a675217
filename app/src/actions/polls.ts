import type { Store } from '@hearsay/store'
import type { Polls, PollState } from './watch.js'

/** Remembers visits in the store, or for as long as this process runs where the store cannot. */
export function pollsOf(store: Store): Polls {
  if ('poll' in store && 'polled' in store) return store as Polls
  const known = new Map<string, PollState>()
  return {
    poll: async (address) => known.get(address) ?? null,
    polled: async (address, state) => void known.set(address, state),
  }
}
