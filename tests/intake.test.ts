import { describe, expect, test } from 'vitest'
import { BOMBS } from './intake/bombs.js'
import { LYING_WARCS } from './intake/lying-warcs.js'
import { ODD_FEEDS } from './intake/odd-feeds.js'
import { openFiles, type Opened, type Run } from './intake/open-files.js'

/** More memory than this no process may take, in MB. */
const MOST_MB = 512

/** What takes longer hangs. */
const HANGS_MS = 100_000

const bytesOf = (bytes: Uint8Array | string) =>
  typeof bytes === 'string' ? Buffer.from(bytes) : bytes

/** Codes that say why, in the order told; the whole's last. */
const codesOf = ({ codes, thrown }: Opened) => (thrown ? [...codes, thrown] : codes)

function expectSound({ exitCode, stderr, peakMb }: Run) {
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  expect(peakMb ?? 0).toBeLessThan(MOST_MB)
}

describe(
  'odd feeds',
  async () => {
    const run = await openFiles(
      Object.fromEntries(ODD_FEEDS.map(([name, bytes]) => [name, bytesOf(bytes)])),
    )

    test(`all ${ODD_FEEDS.length} are opened without a crash or much memory`, () =>
      expectSound(run))

    test.each(ODD_FEEDS)('%s gives data or a named error', (name, _bytes, expected) => {
      const opened = run.opened.get(name)!
      if (typeof expected === 'string') expect(codesOf(opened)).toEqual([expected])
      else
        expect(opened.texts.slice(0, 2)).toEqual(
          expected.map((words) => expect.stringContaining(words)),
        )
    })
  },
  HANGS_MS,
)

describe(
  'truncated and lying WARCs',
  async () => {
    const run = await openFiles(
      Object.fromEntries(LYING_WARCS.map(([name, bytes]) => [name, bytesOf(bytes)])),
    )

    test(`all ${LYING_WARCS.length} are opened without a crash or much memory`, () =>
      expectSound(run))

    test.each(LYING_WARCS)(
      '%s: what is bad is flagged, its neighbours are kept',
      (name, _bytes, texts, codes = []) => {
        const opened = run.opened.get(name)!
        expect(opened.texts).toEqual(texts)
        expectCodes(opened, codes)
      },
    )
  },
  HANGS_MS,
)

describe('bombs', () => {
  test.each(BOMBS)(
    '%s goes off in the sandbox alone',
    async (name, make, texts, codes) => {
      const run = await openFiles({ [name]: make() })
      expectSound(run)
      const opened = run.opened.get(name)!
      expect(opened.ms).toBeLessThan(HANGS_MS)
      for (const text of texts) expect(opened.texts).toContain(text)
      expectCodes(opened, codes)
    },
    HANGS_MS + 20_000,
  )
})

/** `*`: some named error, or none, where it depends on the machine how far one gets. */
function expectCodes(opened: Opened, codes: string[]) {
  if (codes[0] !== '*') expect(codesOf(opened)).toEqual(codes)
}
