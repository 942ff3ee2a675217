import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { barriers } from './accessible.js'
import { test } from './browser-test.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const EXAMPLES = ['relay-from-the-border.txt', 'orchard-verdict.html']
const WIDTHS = [1280, 640, 390]

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-report-'))
  for (const name of EXAMPLES) {
    const argv = ['bin/hearsay', 'read', `examples/${name}`, '--format', 'html']
    execFileSync(process.execPath, [...argv, '--output', join(folder, `${name}.html`)], {
      cwd: root,
    })
  }
})
afterAll(() => rmSync(folder, { recursive: true }))

const open = (page: Page, name: string) =>
  page.goto(pathToFileURL(join(folder, `${name}.html`)).href)

describe.each(EXAMPLES)('the report of %s', (name) => {
  test.for(['light', 'dark'] as const)(
    'has no barrier in the %s',
    async (colorScheme, { visit }) => {
      await visit.page.emulateMedia({ colorScheme })
      await open(visit.page, name)
      for (const width of WIDTHS) {
        await visit.page.setViewportSize({ width, height: 900 })
        expect(await barriers(visit.page)).toEqual([])
      }
    },
  )

  test('fits every width without a bar to scroll sideways', async ({ visit: { page } }) => {
    await open(page, name)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
    }
  })

  test('is walked through by the arrow keys, which light up the words of a statement', async ({
    visit: { page },
  }) => {
    await open(page, name)
    await page.locator('.number').first().focus()
    await page.keyboard.press('ArrowDown')
    const key = await page.evaluate(
      () => document.activeElement?.closest<HTMLElement>('[data-s]')?.dataset.s,
    )
    const second = await page.locator('.note').nth(1).getAttribute('data-s')
    expect(key).toBe(second)
    expect(await page.locator(`.on[data-s~="${key}"]`).count()).toBeGreaterThan(1)
  })
})
