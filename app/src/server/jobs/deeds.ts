import type { GivenInput } from '../given-input.js'
import type { Parts } from '../parts.js'
import { adding } from './adding.js'
import type { JobItem } from '@hearsay/contract'
import { reReading } from './re-reading.js'

/** What a deed says as it goes on. */
export type Told = { item: JobItem } | { total: number }

/** What jobs do, in this process or in another. It ends early when `signal` comes. */
export interface Deeds {
  add(given: GivenInput, signal: AbortSignal): AsyncIterable<Told>
  reread(signal: AbortSignal): AsyncIterable<Told>
}

/** They are done where the store and the reader are. */
export function deedsHere(tools: Pick<Parts, 'store' | 'reader' | 'log'>): Deeds {
  return {
    add: (given, signal) => adding(given, tools, signal),
    reread: (signal) => reReading(tools, signal),
  }
}
