import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { attacks, type Attack } from './attacks.js'
import { test } from './browser-test.js'
import { carelessPage } from './careless.js'
import { provoke } from './provoke.js'
import { watched, type Watched } from './watched.js'

const PAGE = 'http://127.0.0.1/careless'
const RAN = /^(a script ran|asked for http:\/\/xss\.example)/
const running = attacks.filter(({ runs }) => runs)

test('the corpus has more than 150 kinds, each once', () => {
  expect(new Set(attacks.map(({ id }) => id)).size).toBe(attacks.length)
  expect(new Set(attacks.map(({ into, payload }) => into + payload)).size).toBe(attacks.length)
  expect(running.length).toBeGreaterThan(150)
})

/** How long a page may take to be caught before it is given up for one that does not hang, in milliseconds. */
const PATIENCE = 8_000

// One profile for all that do not hang: these pages keep nothing.
let careless: Watched | undefined

// An attack that fails everywhere proves nothing, and neither does a harness that sees none.
test.for(running)(
  'where a page is careless, it is caught: $id',
  async (attack, { browser, trap }) => {
    trap.caught.length = 0
    // What the page before had begun may get in the way of the first visit.
    for (let visits = 0; visits < 5; visits++) {
      careless ??= await watched(browser)
      careless.complaints.length = 0
      const { page, complaints } = careless
      const caught = () => complaints.some((told) => RAN.test(told)) || trap.caught.length > 0
      await Promise.race([visit(page, attack, caught).catch(() => {}), pause(PATIENCE)])
      if (caught()) return
      void careless.close().catch(() => {})
      careless = undefined
    }
    expect.unreachable(`${attack.id} was not caught`)
  },
)

async function visit(page: Page, attack: Attack, caught: () => boolean): Promise<void> {
  await page.route(PAGE, (route) => route.fulfill(carelessPage(attack)))
  await page.goto(PAGE, { waitUntil: 'commit', timeout: PATIENCE }).catch(() => {})
  for (let wait = 2; wait < 500 && !caught(); wait *= 2) {
    await provoke(page, { links: true }).catch(() => {})
    await pause(wait)
  }
  await page.unroute(PAGE)
}
