import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { barriers } from './accessible.js'
import { calm } from './calm.js'
import { addExamples } from './examples.js'
import { addressOf, goTo, VIEW_NAMES } from './views.js'
import { test } from './workbench-test.js'
import type { Workbench } from './workbench.js'

// 640: a window of 1280 at 200 %.
const WIDTHS = [1600, 1280, 640, 390]

let article: string | undefined

async function open(page: Page, workbench: Workbench, view: (typeof VIEW_NAMES)[number]) {
  article ??= (await addExamples(workbench))[0]
  await goTo(page, workbench.address + addressOf(view, article ?? ''))
  await calm(page)
}

describe.each(VIEW_NAMES)('%s', (view) => {
  test.for(['light', 'dark'] as const)(
    'has no barrier in the %s',
    async (colorScheme, { visit, workbench }) => {
      const { page } = visit
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await open(page, workbench, view)
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 })
        expect(await barriers(page), `${width} px`).toEqual([])
      }
    },
  )

  test('fits every width without a bar to scroll sideways', async ({
    visit: { page },
    workbench,
  }) => {
    await open(page, workbench, view)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      )
    }
  })

  test('is reached whole by the tab key', async ({ visit: { page }, workbench }) => {
    await open(page, workbench, view)
    expect(await unreached(page)).toEqual([])
  })

  test('holds still for who wants it so', async ({ visit: { page }, workbench }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await open(page, workbench, view)
    const moving = await page.evaluate(() =>
      document.getAnimations().map(({ effect }) => effect?.getComputedTiming().duration),
    )
    expect(moving.filter((duration) => Number(duration) > 1)).toEqual([])
  })
})

/** What can be clicked but never takes the focus as one presses Tab all the way round. */
async function unreached(page: Page): Promise<string[]> {
  const reached = await page.evaluateHandle(() => new Set<Element>())
  for (let stops = 0; stops < 400; stops++) {
    await page.keyboard.press('Tab')
    const again = await page.evaluate((set) => {
      const at = document.activeElement
      // Between the last and the first stop the browser's own controls have it; a date is three stops in one.
      if (at === null || at === document.body || at === [...set].at(-1)) return false
      const known = set.has(at)
      set.add(at)
      return known
    }, reached)
    if (again) break
  }
  return page.evaluate((set) => {
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, [role=button], [role=menuitem]',
    )
    const seen = [...all].filter((one) => one.checkVisibility({ visibilityProperty: true }))
    const apart = (one: HTMLElement) => one.tabIndex < 0 || one.matches('[type=radio]')
    return seen
      .filter((one) => !set.has(one) && !apart(one))
      .map((one) => one.outerHTML.slice(0, 120))
  }, reached)
}
