import { setTimeout as sleep } from 'node:timers/promises'
import type { FetchOptions } from '@hearsay/intake'
import type { Store } from '@hearsay/store'
import { addOne, type Addition, type AddRequest } from './add.js'

export interface WatchRequest extends Omit<AddRequest, 'inputs' | 'onInput'> {
  /** Addresses of feeds, in the order in which they are visited. */
  feeds: readonly string[]
  /** Where it is remembered what a feed said of itself, and when it may be visited again. */
  polls: Pick<Store, 'poll' | 'polled'>
  /** The least time between two visits to a feed, in milliseconds. */
  everyMs: number
  /** Visit each feed that is due once, and end. */
  once?: boolean
  now: () => Date
  /** From 0 to 1, another each time: spreads visits, so that not all of them come on the hour. */
  jitter: () => number
  /** For tests, which have only loopback to ask. */
  fetching?: FetchOptions
  signal: AbortSignal
}

/** What happened: something was added or not, a visit is over, or a visit failed; `due` is when the next may be. */
export type Watched = { feed: string } & (
  | { addition: Addition }
  | { visited: 'changed' | 'unchanged' | 'not-due'; due: string }
  | { error: unknown; due: string }
)

const DAY_MS = 86_400_000

/**
 * Visits feeds one at a time and adds what is new in them, until `signal` fires: at most once in `everyMs`, more seldom
 * where the feed asks for it (ttl, Cache-Control, Expires, Retry-After), and twice as seldom after each failure.
 */
export async function* watch(request: WatchRequest): AsyncGenerator<Watched, void, undefined> {
  const dues = new Map<string, number>()
  for (const feed of request.feeds)
    dues.set(feed, Date.parse((await request.polls.poll(feed))?.due ?? '') || 0)
  while (dues.size > 0 && !request.signal.aborted) {
    const [feed, due] = [...dues].sort((a, b) => a[1] - b[1])[0]
    const waiting = due - request.now().getTime()
    if (waiting > 0 && request.once) {
      dues.delete(feed)
      yield { feed, visited: 'not-due', due: new Date(due).toISOString() }
      continue
    }
    if (waiting > 0 && !(await slept(waiting, request.signal))) return
    const next = yield* visit(request, feed)
    if (request.once) dues.delete(feed)
    else dues.set(feed, Date.parse(next))
  }
}

/** One visit; answers with when the next may be. */
async function* visit(request: WatchRequest, feed: string): AsyncGenerator<Watched, string> {
  const { polls } = request
  const before = (await polls.poll(feed)) ?? { failures: 0 }
  try {
    const { documents, fetchFeed } = await import('@hearsay/intake')
    const fetched = await fetchFeed(feed, before, request.fetching)
    const { etag, modified, freshForMs } = fetched
    let ttlMs = 0
    if (!fetched.unchanged) {
      const { bytes, url, contentType } = fetched
      const source = {
        from: { bytes },
        origin: feed,
        address: url,
        contentType: asFeed(contentType),
      }
      const onFeed = ({ ttl = 0 }) => void (ttlMs = ttl * 60_000)
      for await (const found of documents(source, { pages: request.pages, onFeed })) {
        yield { feed, addition: 'error' in found ? found : await addOne(request, found) }
      }
    }
    // Only now: what an interruption kept from being added is found again next time.
    const due = dueAfter(request, Math.min(Math.max(freshForMs, ttlMs), DAY_MS))
    await polls.polled(feed, { etag, modified, due, failures: 0 })
    yield { feed, visited: fetched.unchanged ? 'unchanged' : 'changed', due }
    return due
  } catch (error) {
    if (!isHearsayError(error) || /^(store|model|reader)-/.test(error.code)) throw error
    const { etag, modified, failures } = before
    const backOff = Math.min(request.everyMs * 2 ** (failures + 1), DAY_MS)
    const due = dueAfter(request, Math.max(backOff, Math.min(error.retryAfterMs ?? 0, 7 * DAY_MS)))
    await polls.polled(feed, { etag, modified, due, failures: failures + 1 })
    yield { feed, error, due }
    return due
  }
}

/** In `ms` or `everyMs`, whichever is longer, and up to a tenth more. */
function dueAfter({ now, everyMs, jitter }: WatchRequest, ms: number): string {
  const wait = Math.max(ms, everyMs) * (1 + jitter() / 10)
  return new Date(now().getTime() + wait).toISOString()
}

/** What is watched is a feed, whatever its server calls it. */
function asFeed(contentType: string | undefined): string {
  const charset = /charset\s*=\s*[^;]+/i.exec(contentType ?? '')?.[0]
  return `application/rss+xml${charset ? `; ${charset}` : ''}`
}

/** Longer than a timer can wait. */
const LONGEST_MS = 2 ** 31 - 1

/** Whether the time passed without the signal. */
async function slept(ms: number, signal: AbortSignal): Promise<boolean> {
  return sleep(Math.min(ms, LONGEST_MS), true, { signal }).catch(() => false)
}

function isHearsayError(error: unknown): error is Error & { code: string; retryAfterMs?: number } {
  return error instanceof Error && error.name === 'HearsayError'
}
