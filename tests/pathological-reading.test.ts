import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkLedger, type Article, type Reader } from '@hearsay/engine'
import { openReader } from '@hearsay/engine/node'
import { PATHOLOGICAL_TEXTS } from './pathological/texts.mjs'

/** Only against hanging: what a text costs is measured by `npm run bench`, and this machine may have other work. */
const DEADLINE_MS = 900_000

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
    it.each(PATHOLOGICAL_TEXTS)('%s', { timeout: DEADLINE_MS }, async (_, make) => {
      // As decoding leaves it: without lone surrogates.
      const text = Buffer.from(make(bytes)).toString()
      expect(checkLedger(await reader.read(article(text)))).toEqual([])
    })
  },
)
