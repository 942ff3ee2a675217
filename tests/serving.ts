import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach } from 'vitest'

const bin = fileURLToPath(new URL('../bin/hearsay', import.meta.url))

export interface Serving {
  process: ChildProcess
  address: string
  token: string
  stderr: () => string
  ended: Promise<number | null>
}

/** `hearsay serve` as users run it, with a home of its own for each test. */
export function serving() {
  const its = {} as { home: string; running: Serving[] }
  beforeEach(() => {
    its.home = mkdtempSync(join(tmpdir(), 'hearsay-serving-'))
    its.running = []
  })
  afterEach(async () => {
    for (const { process, ended } of its.running) {
      process.kill('SIGTERM')
      await ended
    }
    rmSync(its.home, { recursive: true })
  })

  /** Waits until it says where it is. */
  function serve(env: Record<string, string> = {}): Promise<Serving> {
    const child = spawn(process.execPath, [bin, 'serve', '--no-open', '--port', '0'], {
      env: { ...process.env, CI: '1', HEARSAY_HOME: its.home, ...env },
    })
    let [stdout, stderr] = ['', '']
    child.stderr.on('data', (chunk) => (stderr += chunk))
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve))
    return new Promise((resolve, reject) => {
      ended.then((code) => reject(new Error(`ended with ${code}: ${stderr}`)))
      child.stdout.on('data', (chunk) => {
        stdout += chunk
        const [, address] = /open at (\S+)\n[^]*Ctrl-C/.exec(stdout) ?? []
        if (!address) return
        const token = readFileSync(join(its.home, 'serve.token'), 'utf8').trim()
        const served = { process: child, address, token, stderr: () => stderr, ended }
        its.running.push(served)
        resolve(served)
      })
    })
  }

  /** Asks as a program does. */
  function ask({ address, token }: Serving, path: string, init: RequestInit = {}) {
    const headers = { authorization: `Bearer ${token}`, ...init.headers }
    return fetch(new URL(path, address), { ...init, headers })
  }

  /* eslint-disable-next-line @typescript-eslint/no-explicit-any */
  async function json(server: Serving, path: string): Promise<any> {
    return (await ask(server, path)).json()
  }

  /** Starts a job that adds. */
  async function add(server: Serving, body: object): Promise<string> {
    const answer = await ask(server, '/api/articles', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return ((await answer.json()) as { job: string }).job
  }

  return {
    ...{ serve, ask, json, add },
    /** Adds, and waits until that has ended. */
    async added(server: Serving, body: object): Promise<void> {
      const job = await add(server, body)
      await (await ask(server, `/api/jobs/${job}/events`)).text()
    },
    /** Process ids of what the server has started; none where the system does not tell. */
    workers({ process: { pid } }: Serving): number[] {
      const file = `/proc/${pid}/task/${pid}/children`
      if (!existsSync(file)) return []
      return readFileSync(file, 'utf8').trim().split(' ').map(Number)
    },
    get home() {
      return its.home
    },
  }
}
