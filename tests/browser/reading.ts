import type { Locator, Page } from 'playwright-core'

/** The statements in the margin of the reading view. */
export const cards = (page: Page): Locator =>
  page.getByRole('list', { name: 'Statements' }).getByRole('article')

/** The one that is chosen. */
export const chosen = (page: Page): Locator => page.locator('article[aria-current]')

/** Pastes an article at the start, and waits for its ledger. */
export async function paste(page: Page, words: string): Promise<void> {
  await page.getByLabel('Article, or its address').fill(words)
  await page.keyboard.press('Control+Enter')
  await page.waitForURL(/\/read\//)
  await cards(page).first().waitFor()
}
