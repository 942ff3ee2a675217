// Does the server answer while it works? /api/status, asked every 50 ms: while nothing else is done, and while an article
// of 5 MB is added and the worst searches run, two at a time, over 50,000 statements.
// node bench/responsive.mjs [STATEMENTS] [FOLDER: made when it is not there, and kept]
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openStore } from '@hearsay/store'
import { world } from './invented-ledgers.mjs'
import { median, root, texts } from './texts.mjs'

const STATEMENTS = Number(process.argv[2] ?? 50_000)
const EACH = 20
const FLOOR = 50
const [EVERY_MS, IDLE_MS, LONGEST_MS] = [50, 10_000, 180_000]
const CHARACTERS = 5_000_000
/** Each looks through everything: parts and beginnings that most words have, stories counted once. */
const WORST = [
  'search?words=*a* *e* *i* *o* *t* *s* *n* *q*&origins=true',
  'facets?words=*a* *e* *i* *o* *t* *s* *n*&origins=true',
  `search?words=${[...'abcdefghijklmnoprstuv'].map((letter) => `${letter}*`).join(' ')}`,
  `search?words=${'*1* '.repeat(249)}`,
  'facets?words=the of to and in that a was is for on it&origins=true',
]

const kept = process.argv[3]
const home = kept ?? mkdtempSync(join(tmpdir(), 'hearsay-bench-'))
if (!existsSync(join(home, 'hearsay.db'))) await fill()
const server = spawn(
  process.execPath,
  [join(root, 'bin/hearsay'), 'serve', '--no-open', '--port', '0'],
  { env: { ...process.env, HEARSAY_HOME: home }, stdio: ['ignore', 'pipe', 'inherit'] },
)
const ended = new Promise((resolve) => server.once('exit', resolve))
try {
  const address = await opened()
  const headers = {
    authorization: `Bearer ${readFileSync(join(home, 'serve.token'), 'utf8').trim()}`,
  }
  const ask = async (path, init = {}) => {
    const answer = await fetch(`${address}api/${path}`, {
      ...init,
      headers: { ...headers, ...init.headers },
    })
    const body = await answer.text()
    if (!answer.ok) throw new Error(`${path.slice(0, 60)}: ${answer.status} ${body.slice(0, 200)}`)
    return JSON.parse(body)
  }
  for (let n = 0; n < 200; n++) await ask('status')
  const idle = await timed(ask, () => false, IDLE_MS)
  const { job } = await ask('articles', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: long(), origin: 'long' }),
  })
  let working = true
  const searches = []
  const searching = [0, 1].map(async (lane) => {
    for (let n = lane; working; n++) {
      const begun = performance.now()
      await ask(WORST[n % WORST.length])
      searches.push(performance.now() - begun)
    }
  })
  let added = false
  const busy = await timed(
    ask,
    async () => (added = (await ask(`jobs/${job}`)).state !== 'running'),
    LONGEST_MS,
  )
  working = false
  await Promise.all(searching)
  const p95 = (times) => times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1]
  const shown = (times) =>
    `p95 ${p95(times).toFixed(1)} ms of ${times.length} (median ${median(times).toFixed(1)}, longest ${Math.max(...times).toFixed(0)})`
  console.log(
    `responsive: status ${shown(busy)} while 5 MB is added${added ? '' : ' (not done yet)'} and ${searches.length} of the worst searches run ` +
      `(their median ${median(searches).toFixed(0)}, longest ${Math.max(...searches).toFixed(0)} ms); ` +
      `idle, in the same run: ${shown(idle)} (floor ${FLOOR})`,
  )
  if (p95(busy) > FLOOR) process.exitCode = 1
} finally {
  const asked = performance.now()
  server.kill('SIGTERM')
  await ended
  console.log(
    `responsive: ended ${((performance.now() - asked) / 1000).toFixed(1)} s after SIGTERM (floor 5)`,
  )
  if (!kept) rmSync(home, { recursive: true, force: true })
}

/** How long each answer took, in milliseconds, until `done` or for so long. */
async function timed(ask, done, longest) {
  const [times, until] = [[], performance.now() + longest]
  for (let n = 1; performance.now() < until; n++) {
    const begun = performance.now()
    await ask('status')
    times.push(performance.now() - begun)
    if (n % 20 === 0 && (await done())) break
    await pause(EVERY_MS)
  }
  return times
}

function long() {
  const paragraphs = texts().flatMap(({ text }) => text.split(/\n\n+/u))
  let text = ''
  for (let n = 0; text.length < CHARACTERS; n++)
    text += `${n}: ${paragraphs[(n * 7) % paragraphs.length]}\n\n`
  return text
}

async function fill() {
  const { article } = world(7)
  const store = await openStore({ home, now: () => new Date('2031-05-06T10:00:00Z') })
  for (let n = 0; n < STATEMENTS / EACH; n++) {
    const { capture, ledger } = article(n, EACH)
    await store.save(capture, ledger)
  }
  await store.close()
}

async function opened() {
  let said = ''
  for await (const chunk of server.stdout) {
    said += chunk
    const [, address] = /open at (\S+)\n[^]*Ctrl-C/.exec(said) ?? []
    if (address) return address
  }
}
