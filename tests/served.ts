import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, request as ask, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { createApplication } from '../app/src/server/application.js'
import { createDoor } from '../app/src/server/guard/door.js'
import { deedsHere } from '../app/src/server/jobs/deeds.js'
import { Jobs } from '../app/src/server/jobs/jobs.js'
import { listen } from '../app/src/server/listen.js'
import { listener } from '../app/src/server/listener.js'
import type { Page } from '../app/src/server/page/page.js'
import type { Parts } from '../app/src/server/parts.js'
import { ReaderProcess } from '../app/src/server/reading/reader-process.js'
import { openStore } from '../store/src/index.js'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

export interface Asking {
  method?: string
  path: string
  headers?: Record<string, string | string[] | undefined>
  body?: string | Uint8Array
}

const bytes = (text: string) => new TextEncoder().encode(text)
const PAGE: Page = {
  html: bytes('<!doctype html><html lang="en"><title>The page</title>'),
  files: new Map([
    ['/index.html', { bytes: bytes('<!doctype html>'), type: 'text/html; charset=utf-8' }],
    ['/assets/page-1.js', { bytes: bytes('1'), type: 'text/javascript; charset=utf-8' }],
    ['/mark.svg', { bytes: bytes('<svg/>'), type: 'image/svg+xml' }],
  ]),
}

/** One request as it stands: any header, the Host among them, may be what no browser would send. */
export function exchange(port: number, { path, method, headers, body }: Asking): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = ask({ host: '127.0.0.1', port, path, method: method ?? 'GET', agent: false })
    for (const [name, value] of Object.entries(headers ?? {}))
      if (value === undefined) asked.removeHeader(name)
      else asked.setHeader(name, value)
    asked.on('error', reject)
    asked.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const { statusCode: status = 0, headers } = response
        resolve({ status, headers, body: Buffer.concat(chunks).toString() })
      })
    })
    asked.end(body)
  })
}

/** The application over a real store and a real connection, one for all tests of a file. */
export function served({ page = async () => PAGE } = {}) {
  const token = 'the-token'
  const logged: unknown[] = []
  const work: string[] = []
  const server = createServer({ requireHostHeader: false })
  const its = {} as { port: number; parts: Parts; app: ReturnType<typeof createApplication> }
  beforeAll(async () => {
    const home = mkdtempSync(join(tmpdir(), 'hearsay-served-'))
    const now = () => new Date('2031-05-06T10:00:00Z')
    its.port = await listen(server, 0)
    const store = counted(await openStore({ home, now }), work)
    const log = (error: unknown) => void logged.push(error)
    const reader = counted(new ReaderProcess(), work)
    its.parts = {
      ...{ store, reader, deeds: deedsHere({ store, reader, log }) },
      jobs: counted(new Jobs(log), work),
      page: await page(),
      door: { ...createDoor(its.port), token },
      model: async () => 'sha256:0',
      ...{ home, by: 'ana', ending: new AbortController().signal, log },
    }
    its.app = createApplication(its.parts)
    server.on('request', listener(its.app, log))
  })
  afterAll(async () => {
    server.close()
    server.closeAllConnections()
    await its.parts.jobs.close()
    await (its.parts.reader as ReaderProcess).close()
    await its.parts.store.close()
    rmSync(its.parts.home, { recursive: true })
  })
  return {
    logged,
    /** What the store, the reader and the jobs were asked to do, in order. */
    work,
    get app() {
      return its.app
    },
    get parts() {
      return its.parts
    },
    /** `http://127.0.0.1:4977` */
    get origin() {
      return `http://127.0.0.1:${its.port}`
    },
    /** As a program asks: with the token. */
    ask: ({ headers, ...asking }: Asking) => {
      const authorization = `Bearer ${token}`
      return exchange(its.port, { ...asking, headers: { authorization, ...headers } })
    },
    /** As the page asks: with the token, and what a browser sends along. */
    askAsPage: ({ headers, ...asking }: Asking) => {
      const authorization = `Bearer ${token}`
      const origin = `http://127.0.0.1:${its.port}`
      const browser = {
        authorization,
        origin,
        'sec-fetch-site': 'same-origin',
        'sec-fetch-dest': 'empty',
      }
      return exchange(its.port, { ...asking, headers: { ...browser, ...headers } })
    },
  }
}

/** Does what `thing` does, and writes down in `work` what it is asked to do. */
function counted<Thing extends object>(thing: Thing, work: string[]): Thing {
  return new Proxy(thing, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name)
      if (typeof value !== 'function') return value
      return (...given: unknown[]) => {
        work.push(String(name))
        return value.apply(target, given)
      }
    },
  })
}
