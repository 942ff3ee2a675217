import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { fuzz } from './fuzz/fuzz.mjs'
import { TARGETS } from './fuzz/targets.mjs'

/** What takes longer hangs, however busy the machine. */
const HANGS_MS = 600_000

describe('fuzzing, in short', () => {
  it.each([
    ['documents', 'intake', 100],
    ['questions', 'search', 300],
  ])(
    'neither crashes nor hangs on changed %s',
    async (_what, target, runs) => {
      const { tried, finding } = await fuzz(target, 20, runs)
      expect(finding).toBeUndefined()
      expect(tried).toBeGreaterThan(0)
    },
    HANGS_MS,
  )
})

interface Finding {
  target: keyof typeof TARGETS
  input: unknown
}
const folder = new URL('fuzz/findings/', import.meta.url)
const findings = readdirSync(folder).filter((name) => name.endsWith('.json'))

describe('what fuzzing once found', async () => {
  const opened = {
    intake: await TARGETS.intake.open(),
    search: await TARGETS.search.open(),
  }
  afterAll(() => Promise.all(Object.values(opened).map((each) => each.close())))

  it.each(findings)(
    '%s is mended',
    async (name) => {
      const { target, input } = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Finding
      await opened[target].try(TARGETS[target].kept(input))
    },
    HANGS_MS,
  )
})
