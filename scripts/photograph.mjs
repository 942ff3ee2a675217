// What a browser shows at an address, as a picture in this repository.
import { join } from 'node:path'
import { chromium as playwright } from 'playwright-core'
import { root } from './checkout.mjs'
import { chromium } from './chromium.mjs'

const VIEWPORT = { width: 1280, height: 900 }

/** `link` lets the browser in first, where the address is of a server. */
export async function photograph(address, picture, link) {
  const browser = await playwright.launch(chromium())
  const page = await browser.newPage({ viewport: VIEWPORT, reducedMotion: 'reduce' })
  if (link) await page.goto(link, { waitUntil: 'networkidle' })
  await page.goto(address, { waitUntil: 'networkidle' })
  // A search that an address asks for waits for a word.
  const search = page.getByRole('main').getByRole('button', { name: 'Search', exact: true })
  if (await search.isVisible()) {
    await search.click()
    await page.waitForSelector('[data-answers]')
  }
  await page.evaluate('document.fonts.ready.then(() => {})')
  await page.screenshot({ path: join(root, picture) })
  await browser.close()
}
