import type { Page } from 'playwright-core'
import { newLink } from '../../app/src/server/guard/door.js'
import { loadPage } from '../../app/src/server/page/page.js'
import { served } from '../served.js'

/** The page as it was built, over a server whose work is counted, one for all tests of a file. */
export function owned() {
  const its = served({ page: loadPage })
  return Object.assign(its, {
    /** Lets the browser of `page` in, as its owner does, and forgets the work that this was. */
    async enter(page: Page): Promise<void> {
      await page.goto(newLink(its.parts.door))
      await page.getByRole('heading', { name: 'Who says what, on whose word?' }).waitFor()
      await page.waitForLoadState('networkidle')
      its.work.length = 0
    },
    /** Waits until whatever was begun has come to the server. */
    async calm(...pages: Page[]): Promise<void> {
      for (const page of pages) await page.waitForLoadState('networkidle').catch(() => {})
      await new Promise((resolve) => setTimeout(resolve, 300))
    },
  })
}
