import type { Page } from 'playwright-core'

/** Waits until the page has loaded what it shows: nothing is asked for any more and no skeleton stands in for it. */
export async function calm(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => document.querySelector('[aria-busy=true], .loading') === null)
  await page.evaluate(() => document.fonts.ready.then(() => {}))
}
