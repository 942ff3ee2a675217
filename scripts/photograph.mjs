// What a browser shows at an address, as a picture in this repository.
import { join } from 'node:path'
import { chromium as playwright } from 'playwright-core'
import { root } from './checkout.mjs'
import { chromium } from './chromium.mjs'

const VIEWPORT = { width: 1280, height: 900 }

export async function photograph(address, picture) {
  const browser = await playwright.launch(chromium())
  const page = await browser.newPage({ viewport: VIEWPORT, reducedMotion: 'reduce' })
  await page.goto(address, { waitUntil: 'networkidle' })
  await page.evaluate('document.fonts.ready.then(() => {})')
  await page.screenshot({ path: join(root, picture) })
  await browser.close()
}
