import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkLedger, type Article, type Reader } from '@hearsay/engine'
import { openReader } from '@hearsay/engine/node'
import { PATHOLOGICAL_TEXTS } from './pathological/texts.mjs'

/** Only against hanging: what a text costs is measured by `npm run bench`, and this machine may have other work. */
const DEADLINE_MS = 900_000

/**
 * Texts of which no window is like another, so that the model reads all of them: a megabyte takes it minutes, not the passes.
 * Among the larger texts they are small.
 */
const ALL_DIFFERENT = new Set([
  'names, all different',
  'pronouns',
  'control characters',
  'addresses and handles',
  'sums of money',
  'capitalized without an end',
  'sources joined by and',
  'reports within reports',
  'one long line',
  'dates',
  'capitals',
  'undecoded characters',
  'low surrogates alone',
  'high surrogates alone',
  'tags as text',
  'direction marks',
])
const LARGEST_ALL_DIFFERENT = 20_000

let reader: Reader
beforeAll(async () => {
  reader = await openReader()
})
afterAll(() => reader.close())

const article = (text: string): Article => ({
  ...{ id: 'sha256:0', origin: 'test.txt', bytes: 'sha256:0', title: null, byline: null },
  ...{ outlet: null, published: '2024-05-01', language: 'en', text },
})

describe.each([100_000, 1_000_000])(
  'a text of %i bytes is read to its end and is sound',
  (bytes) => {
    it.each(PATHOLOGICAL_TEXTS)('%s', { timeout: DEADLINE_MS }, async (name, make) => {
      const small = bytes > 100_000 && ALL_DIFFERENT.has(name)
      const size = small ? LARGEST_ALL_DIFFERENT : bytes
      // As decoding leaves it: without lone surrogates.
      const text = Buffer.from(make(size)).toString()
      expect(checkLedger(await reader.read(article(text)))).toEqual([])
    })
  },
)
