import { chromium as playwright, type Browser } from 'playwright-core'
import { test as base } from 'vitest'
import { chromium } from '../../scripts/chromium.mjs'
import { openTrap, type Trap } from './trap.js'
import { watched, type Watched } from './watched.js'

/** What the tests of the browser share. */
interface Shared {
  trap: Trap
  browser: Browser
  /** Opens watched pages, which the test may complain about itself. */
  open: (options?: Parameters<typeof watched>[1]) => Promise<Watched>
  /** A watched page; the test fails when there is something to complain about at its end. */
  visit: Watched
}

/**
 * Tests in a real Chromium: one browser a file, a fresh profile a test. Every name that is not this machine's leads to
 * a trap on loopback, so that a request that would leave the machine is caught, whatever makes it.
 */
export const test = base
  .extend<Pick<Shared, 'trap'>>({
    trap: [
      // eslint-disable-next-line no-empty-pattern -- vitest reads what a fixture needs from this pattern
      async ({}, use) => {
        const trap = await openTrap()
        await use(trap)
        await trap.close()
      },
      { scope: 'file' },
    ],
  })
  .extend<Pick<Shared, 'browser'>>({
    browser: [
      async ({ trap }, use) => {
        const { args, ...launch } = chromium()
        const names = `MAP * 127.0.0.1:${trap.port}, EXCLUDE 127.0.0.1`
        const browser = await playwright.launch({
          ...launch,
          args: [...args, `--host-resolver-rules=${names}`],
        })
        await use(browser)
        await browser.close()
      },
      { scope: 'file' },
    ],
  })
  .extend<Pick<Shared, 'open'>>({
    open: async ({ browser }, use) => {
      const opened: Watched[] = []
      await use(async (options) => {
        const one = await watched(browser, options)
        opened.push(one)
        return one
      })
      for (const one of opened) await one.close()
    },
  })
  .extend<Pick<Shared, 'visit'>>({
    visit: async ({ open, trap, task }, use) => {
      const before = trap.caught.length
      const visit = await open()
      await use(visit)
      await visit.page.waitForTimeout(20)
      const told = [...visit.complaints, ...trap.caught.slice(before)]
      if (told.length > 0) throw new Error(`${task.name}:\n${told.join('\n')}`)
    },
  })
