import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

/** `hearsay serve` with a home of its own, as a user starts it. */
export interface Workbench {
  /** `http://127.0.0.1:4977` */
  address: string
  home: string
  /** Asks the API as a program does; answers with its JSON. */
  ask<T>(method: string, path: string, body?: unknown): Promise<T>
  /** Lets the browser of `page` in, by a link that works once. */
  enter(page: Page): Promise<void>
  /** Brings an article in, and answers with its id once it is read. */
  add(article: Record<string, unknown>): Promise<string>
  close(): Promise<void>
}

const bin = fileURLToPath(new URL('../../bin/hearsay', import.meta.url))

/** Starts a server on a free port, over an empty store. */
export async function startWorkbench(): Promise<Workbench> {
  const home = mkdtempSync(join(tmpdir(), 'hearsay-workbench-'))
  const serving = spawn(process.execPath, [bin, 'serve', '--port', '0', '--no-open'], {
    env: { ...process.env, HEARSAY_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await whereItIs(serving)
  const token = readFileSync(join(home, 'serve.token'), 'utf8').trim()
  async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const options = body === undefined ? {} : { body: JSON.stringify(body) }
    const answer = await fetch(address + path, { method, headers, ...options })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as T
  }
  async function add(article: Record<string, unknown>): Promise<string> {
    const { job } = await ask<{ job: string }>('POST', '/api/articles', article)
    for (;;) {
      const { state, items } = await ask<Job>('GET', `/api/jobs/${job}`)
      const id = items[0]?.article
      if (state === 'done' && id !== undefined) return id
      if (state !== 'running')
        throw new Error(`The article was not added: ${JSON.stringify(items)}`)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
  async function enter(page: Page): Promise<void> {
    const { link } = await ask<{ link: string }>('POST', '/api/links')
    await page.goto(link)
    await page.waitForFunction(() => localStorage.getItem('hearsay.token') !== null)
  }
  async function close(): Promise<void> {
    serving.kill('SIGTERM')
    if (serving.exitCode === null) await once(serving, 'exit')
    rmSync(home, { recursive: true })
  }
  return { address, home, ask, enter, add, close }
}

interface Job {
  state: 'running' | 'done' | 'failed' | 'cancelled'
  items: { article?: string; error?: { message: string } }[]
}

async function whereItIs(serving: ChildProcess): Promise<string> {
  let said = ''
  for await (const words of serving.stdout ?? []) {
    said += String(words)
    const address = /open at (http:\S+?)\/?\s/.exec(said)?.[1]
    if (address) return address
  }
  throw new Error(`The server ended before it began: ${said}`)
}
