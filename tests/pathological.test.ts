import { describe, expect, it, test } from 'vitest'
import { extract } from '@hearsay/intake'
import { openFiles } from './intake/open-files.js'
import { CRAFTED } from './pathological/crafted.js'
import { PATHOLOGICAL_TEXTS } from './pathological/texts.mjs'

// Reading the same texts: pathological-reading.test.ts.

/** What takes longer hangs, on whatever machine: ten times what one document may take in the sandbox. */
const HANGS_MS = 300_000

const buffer = (bytes: string | Uint8Array) =>
  typeof bytes === 'string' ? Buffer.from(bytes) : bytes

describe('crafted documents', async () => {
  const files = Object.fromEntries(CRAFTED.map(([name, bytes]) => [name, buffer(bytes)]))
  const run = await openFiles(files)

  test('are opened without a crash', () => {
    expect(CRAFTED.length).toBeGreaterThanOrEqual(60)
    expect([run.exitCode, run.stderr]).toEqual([0, ''])
  })

  test.each(CRAFTED)('%s comes to an end', (name) => {
    const { texts, codes, thrown, ms } = run.opened.get(name)!
    expect([...texts, ...codes, thrown].filter((each) => each !== null)).not.toEqual([])
    expect(ms).toBeLessThan(HANGS_MS)
  })
})

const codeOf = (error: { name: string; code: string }) => {
  if (error.name !== 'HearsayError') throw error
  return error.code
}

describe.each([100_000, 1_000_000])('60 texts of %i bytes', (bytes) => {
  it.each(PATHOLOGICAL_TEXTS)(
    '%s: extracted, or refused by name',
    async (_kind, make) => {
      const text = make(bytes)
      const found = await extract(Buffer.from(text), { origin: 'story.txt' }).catch(codeOf)
      if (typeof found === 'object') expect(found.text).toBe(Buffer.from(text).toString())
      else expect(['empty-input', 'binary-input']).toContain(found)
    },
    HANGS_MS,
  )
})

describe('pages of 100,000 bytes', () => {
  it.each(PATHOLOGICAL_TEXTS)(
    '%s: extracted, or refused by name',
    async (_kind, make) => {
      const page = Buffer.from(`<html><body><article><p>${make(100_000)}`)
      const found = await extract(page, { origin: 'story.html' }).catch(codeOf)
      if (typeof found === 'object') expect(found.text).not.toBe('')
    },
    HANGS_MS,
  )
})
