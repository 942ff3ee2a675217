// PostgreSQL goes away and comes back while the product adds: by the command, and by the server's jobs.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startPostgres } from '../../tests/start-postgres.mjs'
import { openStore } from '../dist/index.js'
import { writeArticles } from './articles.mjs'
import { acknowledged, followed, lines, pause } from './hearsay.mjs'

const bin = fileURLToPath(new URL('../../bin/hearsay', import.meta.url))
const PER_RESTART = 6
const LONGEST_MS = 600_000
/** As an update ends a server, and as a crash does. */
const SIGNALS = ['SIGINT', 'SIGQUIT']

/** One `add` of many articles, and PostgreSQL ended and started again and again meanwhile. */
export function restartsDuringAdd(folder, restarts, dice) {
  return trial(folder, restarts, async ({ articles, url, counts, restart }) => {
    const { child, ended } = hearsay(folder, url, ['add', articles])
    let said = 0
    child.stdout.on('data', (chunk) => (said += String(chunk).split('\n').length - 1))
    await lines(child, 1)
    for (let done = 0; done < restarts && child.exitCode === null; done++) {
      const due = said + 1 + dice.below(3)
      await until(() => said >= due || child.exitCode !== null)
      await restart(SIGNALS[done % 2])
    }
    const { code, stdout, stderr } = await ended
    if (code !== 0) counts.died++
    if (code !== 0) console.error(stderr)
    return acknowledged(stdout)
  })
}

/** The same through `serve`: one job of a folder's articles after another. */
export function restartsDuringServe(folder, restarts, dice) {
  return trial(folder, restarts, async ({ articles, names, url, counts, restart }) => {
    const { child, ended } = hearsay(folder, url, ['serve', '--no-open', '--port', '0'])
    const { address, token } = await openedAt(child)
    const ask = async (path, more = {}) => {
      const headers = { authorization: `Bearer ${token}`, ...more.headers }
      return (await fetch(new URL(path, address), { ...more, headers })).json()
    }
    const jobs = []
    for (const name of names) {
      const headers = { 'content-type': 'application/octet-stream', 'x-origin': name }
      const body = readFileSync(join(articles, name))
      jobs.push((await ask('/api/articles', { method: 'POST', headers, body })).job)
    }
    const through = async () => (await ask('/api/jobs')).filter(({ state }) => state !== 'running')
    for (let done = 0; done < restarts; done++) {
      const due = (await through()).length + 1 + dice.below(3)
      await until(async () => (await through()).length >= Math.min(due, names.length))
      await restart(SIGNALS[done % 2])
    }
    await until(async () => (await through()).length === names.length)
    const items = []
    for (const job of jobs) {
      const { state, error, items: came } = await ask(`/api/jobs/${job}`)
      if (state !== 'done') counts.died++
      if (state !== 'done') console.error(state, error)
      items.push(...came)
    }
    if (child.exitCode !== null) counts.died++
    child.kill('SIGTERM')
    await ended
    return items.flatMap(({ article }) => article?.slice(0, 12) ?? [])
  })
}

/** What was told must be there, once, and all of it sound. */
async function trial(folder, restarts, work) {
  const counts = { restarts: 0, acknowledged: 0, died: 0, lost: 0, doubled: 0, 'not sound': 0 }
  const amount = restarts * PER_RESTART
  const articles = writeArticles(join(folder, 'articles'), amount, 31)
  const names = Array.from({ length: amount }, (_, n) => `${String(n).padStart(4, '0')}.txt`)
  const server = await startPostgres()
  try {
    const url = await server.database()
    const restart = async (signal) => {
      await server.down(signal)
      await pause(300)
      await server.up()
      counts.restarts++
    }
    const told = await work({ articles, names, url, counts, restart })
    const store = await openStore({ url, now: () => new Date() })
    const here = (await store.articles()).map((id) => id.slice(0, 12))
    counts.acknowledged = told.length
    counts.lost = amount - told.length + told.filter((id) => !here.includes(id)).length
    const { captures, ledgers, records } = await store.counts()
    // The first record is the schema's.
    counts.doubled = Math.max(here.length, captures, ledgers, records - 1) - amount
    for await (const problem of store.verify()) {
      counts['not sound']++
      console.error(problem)
    }
    await store.close()
  } finally {
    await server.stop()
  }
  const missed = counts.restarts === restarts ? 0 : 1
  const bad = counts.died + counts.lost + Math.abs(counts.doubled) + counts['not sound'] + missed
  return { counts, bad }
}

function hearsay(folder, url, argv) {
  const env = { ...process.env, HEARSAY_HOME: join(folder, 'home'), HEARSAY_STORE: url }
  return followed(spawn(process.execPath, [bin, ...argv], { env }))
}

/** Where `serve` says that it is, and the token that it keeps for programs. */
async function openedAt(child) {
  let said = ''
  child.stdout.on('data', (chunk) => (said += chunk))
  await until(() => /^Ctrl-C/m.test(said) || child.exitCode !== null)
  const [, address] = /open at (\S+)\n/.exec(said) ?? []
  const [, file] = /^Token for programs: in (.+)$/m.exec(said) ?? []
  if (!file) throw new Error(`serve said: ${said}`)
  return { address, token: readFileSync(file, 'utf8').trim() }
}

async function until(holds) {
  const began = Date.now()
  while (!(await holds())) {
    if (Date.now() - began > LONGEST_MS) throw new Error('That takes too long.')
    await pause(20)
  }
}
