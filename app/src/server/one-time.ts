import { createHash } from 'node:crypto'
import { newToken } from './token.js'

/** How many may wait at a time; the oldest gives way. */
const MOST = 1000

/** Secrets that each open one thing once: 256 bits of chance that die when they are used, or after a while unused. */
export class OneTime<Thing> {
  #waiting = new Map<string, { thing: Thing; until: number }>()

  /** `lifetime` in milliseconds; `now` as `Date.now` tells it. */
  constructor(
    private readonly lifetime: number,
    private readonly now: () => number = Date.now,
  ) {}

  /** A new secret that opens `thing`. */
  issue(thing: Thing): string {
    const secret = newToken()
    this.#waiting.set(digest(secret), { thing, until: this.now() + this.lifetime })
    for (const [key, { until }] of this.#waiting)
      if (until < this.now() || this.#waiting.size > MOST) this.#waiting.delete(key)
    return secret
  }

  /** What `secret` opens, for the last time; undefined where it opens nothing, or nothing any more. */
  take(secret: string): Thing | undefined {
    const key = digest(secret)
    const found = this.#waiting.get(key)
    this.#waiting.delete(key)
    return found && found.until >= this.now() ? found.thing : undefined
  }
}

/** Looked up by digest: how long that takes says nothing about a secret. */
const digest = (secret: string) => createHash('sha256').update(secret).digest('hex')
