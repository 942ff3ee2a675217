import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** `hearsay serve` over a store of its own, for all tests of a file; at its end the store is gone. */
export function serving() {
  const home = mkdtempSync(join(tmpdir(), 'hearsay-workbench-'))
  let server: ChildProcess
  let origin = ''
  beforeAll(async () => {
    server = spawn(process.execPath, [join(root, 'bin/hearsay'), 'serve', '--port', '0'], {
      env: { ...process.env, HEARSAY_HOME: home },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    origin = await address(server)
  })
  afterAll(async () => {
    server.kill('SIGINT')
    await once(server, 'exit')
    rmSync(home, { recursive: true })
  })
  return {
    get origin() {
      return origin
    },
    /** Brings in an example and gives the address of its reading view. */
    bringIn: (name: string) => bringIn(origin, home, name),
  }
}

function address(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stdout?.on('data', (data: Buffer) => {
      said += data.toString()
      const found = /http:\/\/[\d.]+:\d+/.exec(said)
      if (found) resolve(found[0])
    })
    server.once('exit', () => reject(new Error(`hearsay serve ended: ${said}`)))
  })
}

interface Job {
  state: string
  items: { article: string }[]
}

async function bringIn(origin: string, home: string, name: string): Promise<string> {
  const token = readFileSync(join(home, 'serve.token'), 'utf8').trim()
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const text = readFileSync(join(root, 'examples', name), 'utf8')
  const body = JSON.stringify({ text, origin: name, published: '2024-05-15' })
  const answer = await fetch(`${origin}/api/articles`, { method: 'POST', headers, body })
  const { job } = (await answer.json()) as { job: string }
  for (;;) {
    const asked = await fetch(`${origin}/api/jobs/${job}`, { headers })
    const { state, items } = (await asked.json()) as Job
    const [item] = items
    if (state === 'done' && item) return `${origin}/read/${item.article.replace('sha256:', '')}`
    if (state !== 'running') throw new Error(`The job is ${state}.`)
    await new Promise((done) => setTimeout(done, 50))
  }
}
