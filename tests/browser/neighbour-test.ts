import { test as base } from './browser-test.js'
import { openNeighbour } from './neighbour.js'

/** A test beside which another service of this machine listens. */
export const test = base.extend<{ neighbour: Awaited<ReturnType<typeof openNeighbour>> }>({
  // eslint-disable-next-line no-empty-pattern -- vitest reads what a fixture needs from this pattern
  neighbour: async ({}, use) => {
    const neighbour = await openNeighbour()
    await use(neighbour)
    await neighbour.close()
  },
})
