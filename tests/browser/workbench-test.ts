import { test as base } from './browser-test.js'
import type { Watched } from './watched.js'
import { startWorkbench, type Workbench } from './workbench.js'

/**
 * Tests of the page that `hearsay serve` serves: a server and a store of its own for each file, and visits that are let
 * in by a link.
 */
export const test = base
  .extend<{ workbench: Workbench }>({
    workbench: [
      // eslint-disable-next-line no-empty-pattern -- vitest reads what a fixture needs from this pattern
      async ({}, use) => {
        const workbench = await startWorkbench()
        await use(workbench)
        await workbench.close()
      },
      { scope: 'file' },
    ],
  })
  .extend<{ visit: Watched }>({
    visit: async ({ visit, workbench }, use) => {
      await workbench.enter(visit.page)
      await use(visit)
    },
  })
