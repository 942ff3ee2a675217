import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Ledger } from '../engine/src/record/index.js'

const bin = fileURLToPath(new URL('../bin/hearsay', import.meta.url))
const DAM = 'The dam held, officials said on Monday. “It held,” Ana Ruiz told reporters.\n'

interface Running {
  process: ChildProcess
  address: string
  /** The link that is printed. */
  link: string
  token: string
  stderr: () => string
  ended: Promise<number | null>
}

let home: string
let running: Running[]
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'hearsay-server-'))
  running = []
})
afterEach(async () => {
  for (const { process, ended } of running) {
    process.kill('SIGKILL')
    await ended
  }
  rmSync(home, { recursive: true })
})

const environment = () => ({ ...process.env, CI: '1', HEARSAY_HOME: home })
const hearsay = (...argv: string[]) =>
  spawnSync(process.execPath, [bin, ...argv], { env: environment(), encoding: 'utf8' })

/** Starts `hearsay serve`, and waits until it says where it is. */
function serve(...argv: string[]): Promise<Running> {
  const child = spawn(process.execPath, [bin, 'serve', '--no-open', ...argv], {
    env: environment(),
  })
  let [stdout, stderr] = ['', '']
  child.stderr.on('data', (chunk) => (stderr += chunk))
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  return new Promise((resolve, reject) => {
    ended.then((code) => reject(new Error(`ended with ${code}: ${stderr}`)))
    child.stdout.on('data', (chunk) => {
      stdout += chunk
      const [, address, link] = /open at (\S+)\n.*: (\S+)\n/.exec(stdout) ?? []
      if (!address || !link) return
      const token = readFileSync(join(home, 'serve.token'), 'utf8').trim()
      const served = { process: child, address, link, token, stderr: () => stderr, ended }
      running.push(served)
      resolve(served)
    })
  })
}

/** Asks as a program does. */
async function ask({ address, token }: Running, path: string, init: RequestInit = {}) {
  const headers = { authorization: `Bearer ${token}`, ...init.headers }
  return fetch(new URL(path, address), { ...init, headers })
}

async function get<T>(server: Running, path: string): Promise<T> {
  const answer = await ask(server, path)
  expect(answer.status).toBe(200)
  return (await answer.json()) as T
}

function post(server: Running, path: string, body: unknown = {}) {
  const headers = { 'content-type': 'application/json' }
  return ask(server, path, { method: 'POST', headers, body: JSON.stringify(body) })
}

function put(server: Running, path: string, body: unknown) {
  const headers = { 'content-type': 'application/json' }
  return ask(server, path, { method: 'PUT', headers, body: JSON.stringify(body) })
}

interface Job {
  id: string
  state: string
  done: number
  items: { origin: string; outcome?: string; article?: string; error?: { code: string } }[]
  problems?: unknown[]
}

/** The events of a job, until the server has no more. */
async function events(server: Running, id: string): Promise<{ event: string; job: Job }[]> {
  const text = await (await ask(server, `/api/jobs/${id}/events`)).text()
  return [...text.matchAll(/^event: (.+)\ndata: (.+)$/gm)].map(([, event = '', data = '']) => ({
    event,
    job: JSON.parse(data) as Job,
  }))
}

/** Adds, and waits until it is done. */
async function added(server: Running, body: object): Promise<Job> {
  const answer = await post(server, '/api/articles', body)
  expect(answer.status).toBe(202)
  const { job } = (await answer.json()) as { job: string }
  return (await events(server, job)).at(-1)!.job
}

test('what is pasted is read, kept, shown, found, exported and forgotten', async () => {
  const server = await serve('--port', '0')
  const job = await added(server, { text: DAM, origin: 'dam', outlet: 'Cabo Wire' })
  expect(job).toMatchObject({ state: 'done', items: [{ origin: 'dam', outcome: 'added' }] })
  const id = job.items[0]!.article!
  const shown = await get<{ article: string; ledger: Ledger }>(
    server,
    `/api/articles/${id.slice(0, 8)}`,
  )
  expect(shown).toMatchObject({
    article: id,
    ledger: { article: { text: DAM, outlet: 'Cabo Wire' } },
  })
  const read = hearsay('show', id).stdout
  expect(read).toContain('Ana Ruiz')
  expect(await get(server, '/api/search?words=held&act=assert')).toMatchObject({
    hits: expect.arrayContaining([expect.objectContaining({ article: id, who: 'Ana Ruiz' })]),
  })
  const exported = await ask(server, '/api/export')
  expect(exported.headers.get('content-disposition')).toBe('attachment; filename="hearsay.jsonl"')
  expect(await exported.text()).toBe(hearsay('export').stdout)
  const forgotten = await ask(server, `/api/articles/${id}`, { method: 'DELETE' })
  expect(await forgotten.json()).toMatchObject({ article: id, addresses: ['-'] })
  expect((await ask(server, `/api/articles/${id}`)).status).toBe(404)
})

test('reading keeps nothing', async () => {
  const server = await serve('--port', '0')
  const answer = await post(server, '/api/read', { html: `<p>${DAM}</p><p>${DAM}</p>` })
  expect(((await answer.json()) as Ledger).statements.length).toBeGreaterThan(1)
  expect(await get(server, '/api/status')).toMatchObject({ counts: { articles: 0 } })
})

test('a file is added as its bytes, with its name, and again is known', async () => {
  const server = await serve('--port', '0')
  const headers = {
    'content-type': 'application/octet-stream',
    'x-origin': encodeURIComponent('Über den Damm.txt'),
  }
  const outcomes = []
  for (let time = 0; time < 2; time++) {
    const answer = await ask(server, '/api/articles', { method: 'POST', headers, body: DAM })
    const { job } = (await answer.json()) as { job: string }
    outcomes.push((await events(server, job)).at(-1)!.job.items[0])
  }
  expect(outcomes).toMatchObject([
    { origin: 'Über den Damm.txt', outcome: 'added' },
    { origin: 'Über den Damm.txt', outcome: 'known' },
  ])
})

/** Starts to add a file of this name; answers with the id of the job. */
async function upload(server: Running, name: string, body: string): Promise<string> {
  const headers = { 'content-type': 'application/octet-stream', 'x-origin': name }
  const answer = await ask(server, '/api/articles', { method: 'POST', headers, body })
  expect(answer.status).toBe(202)
  return ((await answer.json()) as { job: string }).job
}

const lines = (count: number) =>
  Array.from({ length: count }, (_, number) =>
    JSON.stringify({ text: `${DAM}This is notice ${number}.` }),
  ).join('\n')

test('of a file that holds several articles each is added, and a bad one told', async () => {
  const server = await serve('--port', '0')
  const id = await upload(server, 'notices.jsonl', `${lines(2)}\n{"text":\n`)
  const { job } = (await events(server, id)).at(-1)!
  expect(job).toMatchObject({
    ...{ state: 'done', done: 3, total: 3, counts: { added: 2, failed: 1 } },
    items: [
      { origin: 'notices.jsonl#1', outcome: 'added' },
      { origin: 'notices.jsonl#2', outcome: 'added' },
      { origin: 'notices.jsonl#3', error: { message: expect.stringContaining('notices.jsonl#3') } },
    ],
  })
  const { captures } = await get<{ captures: object[] }>(
    server,
    `/api/articles/${job.items[0]!.article}`,
  )
  expect(captures).toMatchObject([{ container: { name: 'notices.jsonl', member: 'line 1' } }])
})

test('a job stops after the article it is at, what it added stays, and the rest answers meanwhile', async () => {
  const server = await serve('--port', '0')
  const id = await upload(server, 'notices.jsonl', lines(500))
  let job: Job
  do job = await get<Job>(server, `/api/jobs/${id}`)
  while (job.done < 2)
  await ask(server, `/api/jobs/${id}`, { method: 'DELETE' })
  const ended = (await events(server, id)).at(-1)!.job
  expect(ended.state).toBe('cancelled')
  expect(ended.done).toBeLessThan(500)
  expect(await get(server, '/api/status')).toMatchObject({ counts: { articles: ended.done } })
})

test('what cannot be read is told in the job, and private addresses are not fetched', async () => {
  const server = await serve('--port', '0')
  expect(await added(server, { url: `${server.address}api/status` })).toMatchObject({
    ...{ state: 'done', items: [{ error: { code: 'url-private-address' } }] },
  })
  expect(await added(server, { text: ' ' })).toMatchObject({
    items: [{ error: { code: 'empty-input' } }],
  })
})

test('the library lists what was added last first, with its bytes, and a page of it at a time', async () => {
  const server = await serve('--port', '0')
  await added(server, { text: DAM, origin: 'dam', outlet: 'Cabo Wire' })
  await added(server, { text: `${DAM}It rained.`, origin: 'rain' })
  const first = await get<{ entries: object[]; total: number; next: string }>(
    server,
    '/api/articles?limit=1',
  )
  expect(first).toMatchObject({ total: 2, entries: [{ origin: 'rain', outlet: null }] })
  const rest = await get<typeof first>(
    server,
    `/api/articles?limit=1&cursor=${encodeURIComponent(first.next)}`,
  )
  expect(rest).toMatchObject({ entries: [{ origin: 'dam', outlet: 'Cabo Wire' }], next: null })
  const [dam] = rest.entries as { article: string }[]
  const original = await ask(server, `/api/articles/${dam!.article}/original`)
  expect(original.headers.get('content-disposition')).toBe('attachment; filename="dam"')
  expect(await original.text()).toBe(DAM)
  expect(await get(server, '/api/articles?outlet=cabo')).toMatchObject({ total: 1 })
})

test('a query counts, is saved, and is exported as statements, table and ledgers', async () => {
  const server = await serve('--port', '0')
  await added(server, { text: DAM, origin: 'dam' })
  await added(server, { text: 'The ferry sails on Friday, Ines Okafor said.\n', origin: 'ferry' })
  expect(await get(server, '/api/facets?words=sail*')).toMatchObject({
    who: [{ value: 'Ines Okafor', count: 1 }],
  })
  const query = { words: 'sail*', act: ['assert'], limit: 20 }
  await put(server, '/api/searches', { name: 'ferries', query })
  expect(await get(server, '/api/searches')).toMatchObject([{ name: 'ferries', query }])
  const exported = async (format: string) =>
    (await (await ask(server, `/api/export?words=sail*&format=${format}`)).text())
      .trim()
      .split('\n')
  expect((await exported('statements')).map((line) => JSON.parse(line))).toMatchObject([
    { who: 'Ines Okafor' },
  ])
  expect(await exported('csv')).toEqual([
    expect.stringMatching(/^origin,/),
    expect.stringMatching(/^ferry,.*Ines Okafor/),
  ])
  expect((await exported('jsonl')).map((line) => JSON.parse(line).article.origin)).toEqual([
    'ferry',
  ])
  await ask(server, '/api/searches?name=ferries', { method: 'DELETE' })
  expect(await get(server, '/api/searches')).toEqual([])
})

test('what was changed from one text to another is told', async () => {
  const server = await serve('--port', '0')
  const [was, is] = [
    (await added(server, { text: DAM })).items[0]!.article,
    (await added(server, { text: DAM.replace('officials', 'engineers') })).items[0]!.article,
  ]
  expect(await get(server, `/api/articles/${is}/changes?from=${was}`)).toMatchObject({
    ...{ from: was, article: is },
    changes: expect.arrayContaining([expect.objectContaining({ kind: 'source-swapped' })]),
  })
  const alone = await ask(server, `/api/articles/${is}/changes`)
  expect(alone.status).toBe(422)
})

test('what a person corrects is kept with their name, found, reviewed no more, and can be taken back', async () => {
  const server = await serve('--port', '0')
  const id = (await added(server, { text: DAM, origin: 'dam' })).items[0]!.article!
  const before = await get<{ items: { statement: { id: string } }[]; total: number }>(
    server,
    '/api/review?limit=1',
  )
  expect(before).toMatchObject({ items: [{ article: id, why: 'unsure' }], total: 2 })
  const statement = before.items[0]!.statement.id
  const change = { kind: 'revise', statement, act: 'deny' }
  const answer = await post(server, `/api/articles/${id.slice(0, 12)}/corrections`, { change })
  const made = (await answer.json()) as { correction: { id: string }; ledger: Ledger }
  const { username } = userInfo()
  expect(made).toMatchObject({ correction: { article: id, by: username } })
  const correction = made.correction.id
  const now = await get<{ ledger: Ledger }>(server, `/api/articles/${id}`)
  expect(now).toMatchObject({
    ledger: made.ledger,
    corrections: [{ id: correction, state: 'applied', statement }],
    ...{ disagreements: [], reprints: null },
  })
  expect(await get(server, '/api/search?act=deny')).toMatchObject({ hits: [{ statement }] })
  expect(await get(server, '/api/review')).toMatchObject({ total: 1 })
  expect(await get(server, '/api/articles')).toMatchObject({ entries: [{ corrections: 1 }] })
  const acts = ({ statements }: Ledger) => statements.map(({ cue }) => cue.act)
  const asRead = await get<Ledger>(server, `/api/articles/${id}/ledger?asRead=1`)
  expect(acts(asRead)).toEqual(['assert', 'assert'])
  const annotations = await ask(server, `/api/articles/${id}/export?format=annotations`)
  expect(annotations.headers.get('content-type')).toBe('application/ld+json')
  expect(await annotations.json()).toMatchObject({ type: 'AnnotationPage' })
  const undone = await post(server, `/api/corrections/${correction}/undo`)
  expect(acts(((await undone.json()) as { ledger: Ledger }).ledger)).toEqual(['assert', 'assert'])
  expect((await post(server, `/api/corrections/${correction}/undo`)).status).toBe(422)
  expect(await get(server, '/api/corrections')).toMatchObject([
    { id: correction, state: 'undone' },
    { change: { kind: 'undo', correction } },
  ])
  const unknown = { change: { kind: 'accept', statement: 's99' } }
  const refused = await post(server, `/api/articles/${id}/corrections`, unknown)
  expect([refused.status, await refused.json()]).toMatchObject([
    422,
    { error: { code: 'correction-unfit' } },
  ])
})

test('a correction stands when everything is read again', async () => {
  const server = await serve('--port', '0')
  const id = (await added(server, { text: DAM })).items[0]!.article!
  const change = { kind: 'revise', statement: 's1', act: 'deny' }
  await post(server, `/api/articles/${id}/corrections`, { change })
  const { job } = (await (await post(server, '/api/re-read')).json()) as { job: string }
  expect((await events(server, job)).at(-1)!.job).toMatchObject({
    ...{ kind: 're-read', state: 'done', done: 1 },
    items: [{ article: id, outcome: 'same' }],
  })
  expect(await get(server, `/api/articles/${id}`)).toMatchObject({
    ledger: { statements: [{ cue: { act: 'deny' } }, {}] },
  })
})

test('sources are listed, made one, taken apart again, found by any name, and forgotten', async () => {
  const server = await serve('--port', '0')
  await added(server, { text: DAM })
  await added(server, { text: 'The ferry sails on Friday, Ines Okafor said.\n' })
  const listed = async () =>
    (await get<{ actors: { id: string }[] }>(server, '/api/actors?kind=person')).actors.map(
      ({ id }) => id,
    )
  expect((await listed()).sort()).toEqual(['person:ana-ruiz', 'person:ines-okafor'])
  const answer = await post(server, '/api/actors/merge', {
    ids: ['person:ana-ruiz', 'person:ines-okafor'],
  })
  const { id, correction } = (await answer.json()) as { id: string; correction: string }
  expect(await listed()).toEqual([id])
  expect(await get(server, `/api/actors/${id}`)).toMatchObject({
    ...{ articles: 2, mentions: [{}, {}] },
  })
  expect(await get(server, `/api/search?actorId=${id}`)).toMatchObject({ total: 2 })
  expect(await get(server, '/api/search?actor=okafor')).toMatchObject({ total: 2 })
  await post(server, `/api/corrections/${correction}/undo`)
  expect((await listed()).length).toBe(2)
  const forgotten = await ask(server, '/api/actors/person:ines-okafor', { method: 'DELETE' })
  expect(await forgotten.json()).toHaveLength(1)
  expect(await listed()).toEqual(['person:ana-ruiz'])
  expect((await ask(server, '/api/actors/person:ines-okafor')).status).toBe(404)
})

test('what the command line adds meanwhile is there at once, and the other way round', async () => {
  const server = await serve('--port', '0')
  writeFileSync(join(home, 'ferry.txt'), 'The ferry will sail on Friday, Ines Okafor said.\n')
  expect(hearsay('add', join(home, 'ferry.txt')).status).toBe(0)
  expect(await get(server, '/api/search?words=sail')).toMatchObject({ total: 1 })
  await added(server, { text: DAM })
  expect(hearsay('search', 'held').stdout).toContain('Ana Ruiz')
})

test('a job is followed from wherever one joins, and verify is one', async () => {
  const server = await serve('--port', '0')
  await added(server, { text: DAM })
  const { job } = (await (await post(server, '/api/verify')).json()) as { job: string }
  const seen = await events(server, job)
  expect(seen[0]?.event).toBe('progress')
  expect(seen.at(-1)).toMatchObject({
    event: 'end',
    job: { id: job, kind: 'verify', state: 'done' },
  })
  // Joined when all is over, one sees how it ended.
  expect((await events(server, job)).map(({ event }) => event)).toEqual(['progress', 'end'])
  expect(await get<Job[]>(server, '/api/jobs')).toMatchObject([{ kind: 'verify' }, { kind: 'add' }])
})

test('a running and a waiting job are cancelled', async () => {
  const server = await serve('--port', '0')
  const jobs: string[] = []
  for (let number = 0; number < 30; number++) {
    const answer = await post(server, '/api/articles', { text: `${DAM}Notice ${number}.` })
    jobs.push(((await answer.json()) as { job: string }).job)
  }
  for (const id of jobs) await ask(server, `/api/jobs/${id}`, { method: 'DELETE' })
  const last = await events(server, jobs.at(-1)!)
  expect(last.at(-1)).toMatchObject({ event: 'end', job: { state: 'cancelled', done: 0 } })
})

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends streams, lets an article be kept to its end, and leaves no token',
  async (signal) => {
    const server = await serve('--port', '0')
    const answer = await post(server, '/api/articles', { text: DAM })
    const { job } = (await answer.json()) as { job: string }
    const stream = await ask(server, `/api/jobs/${job}/events`)
    server.process.kill(signal)
    expect(await server.ended).toBe(0)
    expect(await stream.text()).toContain('event: progress')
    for (const name of ['serve.token', 'serve.address'])
      expect(existsSync(join(home, name))).toBe(false)
    expect(hearsay('verify').stdout).toContain('all is sound')
    expect(server.stderr()).toBe('')
  },
)

/** What the page does when it is opened by a link. */
async function come(link: string): Promise<{ status: number; token?: string; code?: string }> {
  const [, code] = /#code=(.+)$/.exec(link) ?? []
  const headers = { 'content-type': 'application/json' }
  const asked = { method: 'POST', headers, body: JSON.stringify({ code }) }
  const answer = await fetch(new URL('/api/session', link), asked)
  const { token, error } = (await answer.json()) as { token?: string; error?: { code: string } }
  return { status: answer.status, token, code: error?.code }
}

test('the printed link lets one browser in, and "hearsay open" makes another', async () => {
  const server = await serve('--port', '0')
  expect(await come(server.link)).toMatchObject({ status: 200, token: server.token })
  expect(await come(server.link)).toMatchObject({ status: 401, code: 'link-spent' })
  const { stdout } = hearsay('open', '--no-browser')
  const [link = ''] = /http:\S+/.exec(stdout) ?? []
  expect(link).toMatch(server.address)
  expect(await come(link)).toMatchObject({ status: 200, token: server.token })
  server.process.kill('SIGTERM')
  await server.ended
  expect(hearsay('open')).toMatchObject({
    status: 1,
    stderr: `hearsay: No hearsay serves ${home} now. Start it with "hearsay serve".\n`,
  })
})

test('a server that is started anew on the same port knows nothing of before', async () => {
  const first = await serve('--port', '0')
  const unused = first.link
  first.process.kill('SIGTERM')
  await first.ended
  const second = await serve('--port', new URL(first.address).port)
  expect((await ask({ ...second, token: first.token }, '/api/status')).status).toBe(401)
  expect((await come(unused)).status).toBe(401)
})

test('two servers stand beside each other, each with its port and token', async () => {
  const first = await serve('--port', '0')
  const second = await serve('--port', '0')
  expect(readFileSync(join(home, 'serve.token'), 'utf8').trim()).toBe(second.token)
  expect(statSync(join(home, 'serve.token')).mode & 0o777).toBe(0o600)
  expect((await ask({ ...first, token: second.token }, '/api/status')).status).toBe(401)
  for (const { address } of [first, second])
    expect((await fetch(address)).headers.get('set-cookie')).toBe(null)
  first.process.kill('SIGTERM')
  expect(await first.ended).toBe(0)
  expect(readFileSync(join(home, 'serve.token'), 'utf8').trim()).toBe(second.token)
  expect((await ask(second, '/api/status')).status).toBe(200)
})

test('a port that is taken is named, with what to do; without a choice the next one is free', async () => {
  const first = await serve()
  const second = await serve()
  expect(second.address).not.toBe(first.address)
  const { port } = new URL(first.address)
  const { status, stderr } = hearsay('serve', '--port', port)
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: `hearsay: Port ${port} is taken. Choose another with --port.\n`,
  })
})
