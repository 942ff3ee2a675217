import type { Readable } from 'node:stream'

/** A request as it is passed on to a worker: `/api/search?words=dam`. */
export interface Asked {
  method: string
  path: string
  headers: Record<string, string>
  body?: Readable | Uint8Array
  /** Comes when nobody waits for the answer any more: what is done for it is given up. */
  signal?: AbortSignal
}

export interface Answer {
  status: number
  headers: Record<string, string>
  body: Readable
}

/** How long a worker may take until its answer begins, in milliseconds, and whether that may well be long. */
export interface Terms {
  deadlineMs: number
  costly: boolean
}

/** The first row that fits. Others may hold the store for half a minute before it is busy. */
const TERMS: readonly [path: RegExp, terms: Terms][] = [
  [/^\/api\/(search|facets)\b/, { deadlineMs: 20_000, costly: true }],
  [/./, { deadlineMs: 60_000, costly: false }],
]

export function termsOf({ path }: Asked): Terms {
  return TERMS.find(([pattern]) => pattern.test(path))![1]
}
