// How quick is the reading view on a long article? First paint, from key to next frame, longest task, in Chromium.
// node bench/workbench.mjs [KEYS]
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium as playwright } from 'playwright-core'
import { chromium } from '../scripts/chromium.mjs'
import { countWords, median, root, texts } from './texts.mjs'

const KEYS = Number(process.argv[2] ?? 120)
const LOADS = 5
const FLOORS = { paint: 1000, key: 100, task: 50 }

const home = mkdtempSync(join(tmpdir(), 'hearsay-bench-'))
const server = spawn(process.execPath, [join(root, 'bin/hearsay'), 'serve', '--port', '0'], {
  env: { ...process.env, HEARSAY_HOME: home },
  stdio: ['ignore', 'pipe', 'inherit'],
})
const browser = await playwright.launch(chromium())
try {
  const link = await printedLink()
  const { origin } = new URL(link)
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.addInitScript(watch)
  await page.goto(link)
  await page.waitForFunction(() => localStorage.getItem('hearsay.token'))
  const text = longArticle()
  const article = await page.evaluate(bringIn, text)
  const paints = []
  const tasks = []
  for (let i = 0; i < LOADS; i++) {
    await page.goto(`${origin}/read/${article}`)
    await page.waitForFunction(() => window.watched.whole)
    await page.waitForTimeout(300)
    const seen = await page.evaluate(() => window.watched)
    paints.push(seen.paint)
    tasks.push(...seen.tasks)
  }
  const statements = await page.evaluate(
    () => document.querySelectorAll('[role=listitem][data-card]').length,
  )
  const loading = tasks.splice(0)
  await page.evaluate(() => (window.watched.tasks.length = 0))
  for (let i = 0; i < KEYS; i++) {
    await page.keyboard.press(i % 7 === 6 ? 'k' : 'j')
    await page.waitForTimeout(40)
  }
  await page.waitForTimeout(200)
  const { keys, tasks: walking } = await page.evaluate(() => window.watched)
  const p95 = keys.toSorted((a, b) => a - b)[Math.ceil(keys.length * 0.95) - 1]
  const longest = Math.max(0, ...loading, ...walking)
  const task = longest === 0 ? `under ${FLOORS.task}` : longest.toFixed(0)
  console.log(
    `workbench: ${countWords(text)} words, ${statements} statements: first paint ${median(paints).toFixed(0)} ms ` +
      `(slowest of ${LOADS}: ${Math.max(...paints).toFixed(0)}; floor ${FLOORS.paint}), key to next frame p95 ${p95.toFixed(0)} ms of ${keys.length} ` +
      `(median ${median(keys).toFixed(0)}; floor ${FLOORS.key}), longest task ${task} ms (loading ${Math.max(0, ...loading).toFixed(0)}, walking ${Math.max(0, ...walking).toFixed(0)}; floor ${FLOORS.task})`,
  )
  if (Math.max(...paints) > FLOORS.paint || p95 > FLOORS.key || longest > FLOORS.task)
    process.exitCode = 1
} finally {
  await browser.close()
  server.kill('SIGINT')
  await new Promise((done) => server.once('exit', done))
  rmSync(home, { recursive: true, force: true })
}

/** 3,000 words with about 120 statements: three examples, their paragraphs between plain ones. */
function longArticle() {
  const voiced = texts()
    .slice(0, 3)
    .flatMap(({ text }) => text.split(/\n+/u))
    .filter((paragraph) => paragraph.trim() !== '')
  const plain = (i) =>
    `The road of district ${i + 1} runs north along the river, past the mill and both bridges, and comes to the village after ${i + 3} kilometres. ` +
    'The houses are of brick, two floors high, and most of them stand on the eastern bank. ' +
    'A ferry crosses twice a day between April and October.'
  return voiced.flatMap((paragraph, i) => [paragraph, plain(i)]).join('\n\n')
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

/** In the page: brings the text in, waits for it, gives its id. */
async function bringIn(text) {
  const authorization = `Bearer ${localStorage.getItem('hearsay.token')}`
  const headers = { authorization, 'content-type': 'application/json' }
  const body = JSON.stringify({ text, origin: 'long.txt', published: '2024-01-01' })
  const answer = await fetch('/api/articles', { method: 'POST', headers, body })
  const { job } = await answer.json()
  for (;;) {
    const { state, items } = await (await fetch(`/api/jobs/${job}`, { headers })).json()
    if (state === 'done') return items[0].article.replace('sha256:', '').slice(0, 16)
    if (state !== 'running') throw new Error(`The job ${state}.`)
    await new Promise((done) => setTimeout(done, 100))
  }
}

/** In the page, before anything of it runs: notes the first words seen, tasks over 50 ms, and keys with their frame. */
function watch() {
  const watched = { paint: 0, whole: false, tasks: [], keys: [] }
  window.watched = watched
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watched.tasks.push(duration)
  })
  observer.observe({ type: 'longtask', buffered: true })
  const afterFrame = (run) =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => run(performance.now())
      port2.postMessage(null)
    })
  addEventListener(
    'keydown',
    (event) => afterFrame((now) => watched.keys.push(now - event.timeStamp)),
    true,
  )
  document.addEventListener('DOMContentLoaded', () => {
    const changes = new MutationObserver(() => {
      if (watched.paint === 0 && document.querySelector('.text p')) {
        watched.paint = 1
        afterFrame((now) => (watched.paint = now))
      }
      const places = document.querySelectorAll('[data-card]').length
      if (!watched.whole && places > 0 && document.querySelector('.settled')) watched.whole = true
    })
    changes.observe(document, { childList: true, subtree: true, attributes: true })
  })
}
