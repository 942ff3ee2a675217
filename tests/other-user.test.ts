import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { invented } from './invented-capture.js'
import { served, type Answer, type Asking } from './served.js'

// Another person with an account on the same machine: nobody, who owns nothing. Only root may become somebody else.
const NOBODY = 65534
const isRoot = process.getuid?.() === 0
const why = isRoot ? '' : ' (skipped: only root can become another user)'

const SCRIPT = readFileSync(new URL('stranger.mjs', import.meta.url), 'utf8')

/** What another user gets who tries a deed of `stranger.mjs`. */
async function asNobody<T>(deed: 'ask' | 'touch' | 'list', given: object = {}): Promise<T> {
  const argv = ['--input-type=module', '-e', SCRIPT, deed, JSON.stringify(given)]
  const options = { uid: NOBODY, gid: NOBODY, cwd: '/', env: {} }
  const child = spawn(process.execPath, argv, { ...options, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  for await (const chunk of child.stdout) said += chunk
  return JSON.parse(said) as T
}

describe.skipIf(!isRoot)(`another user of the machine${why}`, () => {
  const its = served()
  const port = () => Number(new URL(its.origin).port)
  let article: string
  beforeAll(async () => {
    const { capture, ledger } = invented()
    ;({ article } = await its.parts.store.save(capture, ledger))
  })

  /** Every route that there is, and the page. */
  function everything(headers: Record<string, string> = {}): Asking[] {
    const paths = ['/', '/search?words=dam', `/read/${article}`, '/assets/page-1.js', '/mark.svg']
    const page = paths.map((path) => ({ method: 'GET', path, headers }))
    const routes = its.app.routes.filter(({ method }) => method !== 'ALL')
    const api = routes.map(({ method, path }) => {
      const at = path.replace(/:\w+/g, article).replace('*', '')
      if (method === 'GET' || method === 'DELETE') return { method, path: at, headers }
      const sent = { 'content-type': 'application/json', ...headers }
      return { method, path: at, headers: sent, body: '{"text":"Planted, officials said."}' }
    })
    return [...page, ...api]
  }

  test('reads nothing, changes nothing and causes no work, whatever they ask', async () => {
    const own = { origin: its.origin, 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' }
    const cookie = { cookie: `hearsay-${port()}=x; hearsay=x` }
    const guess = { authorization: `Bearer ${'x'.repeat(43)}` }
    its.work.length = 0
    for (const headers of [{}, own, { ...own, ...cookie }, { ...own, ...guess }]) {
      const all = everything(headers)
      const answers = await asNobody<Answer[]>('ask', { port: port(), all })
      for (const [i, answer] of answers.entries()) {
        const asked = `${all[i]!.method} ${all[i]!.path}`
        const open = !all[i]!.path.startsWith('/api')
        expect({ asked, open: answer.status === 200 }).toEqual({ asked, open })
        expect(answer.body).not.toMatch(/Ana Ruiz|the-token/)
        expect(answer.headers['set-cookie']).toBeUndefined()
      }
    }
    expect(its.work).toEqual([])
    expect(await its.parts.store.counts()).toMatchObject({ articles: 1 })
  })

  test('does not get in by a link that they see among the processes, and leaves it whole', async () => {
    const code = its.parts.door.links.issue(true)
    const headers = { 'content-type': 'application/json', origin: its.origin }
    const brought = {
      method: 'POST',
      path: '/api/session',
      body: JSON.stringify({ code }),
      headers,
    }
    its.work.length = 0
    const [refused] = await asNobody<Answer[]>('ask', { port: port(), all: [brought] })
    expect([refused!.status, JSON.parse(refused!.body)]).toMatchObject([
      403,
      { error: { code: 'user-foreign' } },
    ])
    const mine = await its.ask({ ...brought, headers: { ...headers, authorization: undefined } })
    expect(mine.status).toBe(200)
    expect(its.work).toEqual([])
  })
})

describe.skipIf(!isRoot)(`another user, and what lies on the disk${why}`, () => {
  const bin = fileURLToPath(new URL('../bin/hearsay', import.meta.url))
  let folder: string
  let home: string
  let serving: ChildProcess
  let said = ''
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hearsay-shared-'))
    home = join(folder, 'home')
    // As careless as can be: a folder that is open to all, and a mask that takes nothing away.
    chmodSync(folder, 0o777)
    const env = { ...process.env, HEARSAY_HOME: home }
    const command = 'umask 0; exec "$0" "$@"'
    serving = spawn(
      'sh',
      ['-c', command, process.execPath, bin, 'serve', '--no-open', '--port', '0'],
      { env, stdio: ['ignore', 'pipe', 'inherit'] },
    )
    for await (const chunk of serving.stdout!) {
      said += chunk
      if (said.includes('Ctrl-C')) break
    }
  })
  afterAll(async () => {
    serving.kill('SIGTERM')
    if (serving.exitCode === null) await once(serving, 'exit')
    rmSync(folder, { recursive: true })
  })

  test('opens none of the files, though the folder around them is open to all', async () => {
    const names = ['.', 'serve.token', 'serve.address', 'hearsay.db', 'blobs', 'staging']
    const paths = names.map((name) => `${home}/${name}`)
    expect(await asNobody('touch', { paths })).toEqual([])
    // The deeds themselves succeed where they may.
    const open = mkdtempSync(join(tmpdir(), 'hearsay-open-'))
    chmodSync(open, 0o777)
    expect(await asNobody('touch', { paths: [open] })).toEqual([`listed ${open}`, `filled ${open}`])
    rmSync(open, { recursive: true })
  })

  test('finds no secret among the command lines of the processes', async () => {
    const [, code = ''] = /#code=(\S+)/.exec(said) ?? []
    expect(code).toHaveLength(43)
    const lines = await asNobody<string[]>('list')
    expect(lines.some((line) => line.includes('serve'))).toBe(true)
    for (const line of lines) expect(line).not.toContain(code)
  })
})
