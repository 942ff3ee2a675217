import { expect } from 'vitest'
import { attacks } from './attacks.js'
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

// One profile for all: these pages keep nothing.
let careless: Watched | undefined

// An attack that fails everywhere proves nothing, and neither does a harness that sees none.
test.for(running)(
  'where a page is careless, it is caught: $id',
  async (attack, { browser, trap }) => {
    careless ??= await watched(browser)
    const { page, complaints } = careless
    complaints.length = trap.caught.length = 0
    const caught = () => complaints.some((told) => RAN.test(told)) || trap.caught.length > 0
    await page.route(PAGE, (route) => route.fulfill(carelessPage(attack)))
    // What the page before had begun may get in the way of the first visit.
    for (let visits = 0; visits < 5 && !caught(); visits++) {
      await page.goto(PAGE, { waitUntil: 'commit', timeout: 5000 }).catch(() => {})
      for (let wait = 2; wait < 500 && !caught(); wait *= 2) {
        await provoke(page, { links: true }).catch(() => {})
        await page.waitForTimeout(wait)
      }
    }
    await page.unroute(PAGE)
    expect(caught()).toBe(true)
  },
)
