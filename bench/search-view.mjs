// How long from a key to the hits on the screen, typing in the search of the workbench, over 100,000 statements?
// node bench/search-view.mjs [STATEMENTS] [FOLDER: made when it is not there, and kept]
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium as playwright } from 'playwright-core'
import { openStore } from '@hearsay/store'
import { chromium } from '../scripts/chromium.mjs'
import { dice, world } from './invented-ledgers.mjs'
import { median, root } from './texts.mjs'

const STATEMENTS = Number(process.argv[2] ?? 100_000)
const EACH = 20
const FLOOR = 150
/** A quick typist's rhythm, in milliseconds. */
const RHYTHM = 120
const QUESTIONS = 30

const kept = process.argv[3]
const home = kept ?? mkdtempSync(join(tmpdir(), 'hearsay-bench-'))
const { words, article } = world(7)
if (!existsSync(join(home, 'hearsay.db'))) await fill()
const server = spawn(
  process.execPath,
  [join(root, 'bin/hearsay'), 'serve', '--no-open', '--port', '0'],
  {
    env: { ...process.env, HEARSAY_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  },
)
const browser = await playwright.launch(chromium())
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.addInitScript(watch)
  const link = await printedLink()
  await page.goto(link)
  await page.waitForFunction(() => localStorage.getItem('hearsay.token'))
  await page.goto(new URL('/search', link).href)
  await page.waitForSelector('[data-answers]')
  const { below } = dice(11)
  for (let i = 0; i < QUESTIONS; i++) {
    const first = words[below(20) * 5]
    const question = i % 3 === 2 ? `${first} ${words[50 + below(500)]}` : words[50 + below(5000)]
    await page.keyboard.press('Control+a')
    await page.keyboard.type(i % 2 === 0 ? question : `${question}*`, { delay: RHYTHM })
    await page.waitForTimeout(600)
  }
  const times = (await page.evaluate(() => window.times)).toSorted((a, b) => a - b)
  const p95 = times[Math.ceil(times.length * 0.95) - 1]
  console.log(
    `search as one types over ${STATEMENTS} statements: key to screen p95 ${p95.toFixed(0)} ms of ${times.length} keys ` +
      `(median ${median(times).toFixed(0)}, longest ${times.at(-1).toFixed(0)}; floor ${FLOOR})`,
  )
  if (p95 > FLOOR) process.exitCode = 1
} finally {
  await browser.close()
  server.kill('SIGINT')
  await new Promise((done) => server.once('exit', done))
  if (!kept) rmSync(home, { recursive: true, force: true })
}

async function fill() {
  const store = await openStore({ home, now: () => new Date('2031-05-06T10:00:00Z') })
  for (let n = 0; n < STATEMENTS / EACH; n++) {
    const { capture, ledger } = article(n, EACH)
    await store.save(capture, ledger)
  }
  await store.close()
}

/** The link that the server prints for a browser. */
function printedLink() {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stdout.on('data', (data) => {
      said += data
      const found = /http:\S+#code=\S+(?=\n)/.exec(said)
      if (found) resolve(found[0])
    })
    server.once('exit', () => reject(new Error(`hearsay serve ended: ${said}`)))
  })
}

/**
 * In the page: of every key the time until a frame shows the answer to what was typed by then. A key overtaken by the
 * next one waits for the answer to that.
 */
function watch() {
  window.times = []
  let waiting = []
  let pressed = 0
  addEventListener('keydown', (event) => (pressed = event.timeStamp), true)
  addEventListener(
    'input',
    (event) => waiting.push({ at: pressed, words: event.target.value }),
    true,
  )
  const changes = new MutationObserver(() => {
    const shown = document.querySelector('[data-answers]')?.dataset.answers
    const last = waiting.findLastIndex((each) => each.words === shown)
    if (last < 0) return
    const answered = waiting.splice(0, last + 1)
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        for (const { at } of answered) window.times.push(performance.now() - at)
      }
      port2.postMessage(null)
    })
  })
  document.addEventListener('DOMContentLoaded', () =>
    changes.observe(document, { childList: true, subtree: true, attributes: true }),
  )
}
