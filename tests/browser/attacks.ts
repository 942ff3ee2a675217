import { readFileSync } from 'node:fs'

/** A text that becomes more than text where a program is careless; each is of our own writing. */
export interface Attack {
  id: string
  /** Calls `xss()`, or asks for something of `xss.example`. */
  payload: string
  /** The careless place that it is made for: a key of `careless.ts`. */
  into: string
  /** Whether it does in today's Chromium, in that place. What did only once, or elsewhere, must stay text too. */
  runs: boolean
  /** What it counts on. */
  why: string
  /** What stands before it, and how often. */
  repeat?: [string, number]
}

const rows = JSON.parse(
  readFileSync(new URL('./xss.json', import.meta.url), 'utf8'),
) as readonly Attack[]

/** The corpus, repetitions spelled out. */
export const attacks: readonly Attack[] = rows.map((row) => {
  const [before, times] = row.repeat ?? ['', 0]
  return { ...row, payload: before.repeat(times) + row.payload }
})
