import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Ledger } from '../engine/src/record/index.js'

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const bin = at('bin/hearsay')
const DAM = 'The dam held, officials said on Monday. “It held,” Ana Ruiz told reporters.\n'
const FERRY = 'The ferry will sail on Friday, Ines Okafor said. The Amaro Herald denied it.\n'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-store-'))
  mkdirSync(join(folder, 'news'))
  writeFileSync(join(folder, 'news', 'dam.txt'), DAM)
  writeFileSync(join(folder, 'news', 'ferry.txt'), FERRY)
})
afterEach(() => rmSync(folder, { recursive: true }))

const environment = () => ({ ...process.env, CI: '1', HEARSAY_HOME: join(folder, 'home') })

function hearsay(argv: string[], { input = '', env = environment() as object } = {}) {
  const options = { cwd: folder, encoding: 'utf8', input, env: env as NodeJS.ProcessEnv } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...argv], options)
  return { status, stdout, stderr }
}

const exported = () =>
  hearsay(['export'])
    .stdout.split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Ledger)

test('what is added is exported as it is read, in the order of adding', () => {
  const { status, stdout, stderr } = hearsay(['add', 'news/ferry.txt', 'news'])
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringMatching(/hearsay:/) })
  const id = '[0-9a-f]{12}'
  expect(stdout).toMatch(
    new RegExp(
      `^added {5}${id}  news/ferry.txt\nadded {5}${id}  news/dam.txt\nknown {5}${id}  news/ferry.txt\n$`,
    ),
  )
  const read = hearsay(['read', 'news/ferry.txt', 'news/dam.txt', '--format', 'jsonl']).stdout
  expect(hearsay(['export', '--format', 'jsonl']).stdout).toBe(read)
})

test('adding again adds nothing, from wherever one stands', () => {
  hearsay(['add', 'news'])
  const before = hearsay(['verify'])
  expect(before).toMatchObject({ status: 0, stderr: '' })
  const again = hearsay(['add', join(folder, 'news'), 'news'])
  expect(again.stdout.match(/^known /gm)).toHaveLength(4)
  expect(hearsay(['verify'])).toEqual(before)
})

test('a changed file of the same name is a new version beside the old', () => {
  hearsay(['add', 'news/dam.txt'])
  writeFileSync(join(folder, 'news', 'dam.txt'), DAM.replace('held, officials', 'fell, officials'))
  expect(hearsay(['add', 'news/dam.txt']).stdout).toMatch(/^added .*news\/dam.txt · version 2\n$/)
  expect(exported().map(({ article }) => article.text.slice(0, 12))).toEqual([
    'The dam held',
    'The dam fell',
  ])
})

test('standard input is kept, and what cannot be read does not stop the rest', () => {
  expect(hearsay(['add', '-'], { input: DAM })).toMatchObject({ status: 0 })
  writeFileSync(join(folder, 'empty.txt'), '')
  const { status, stdout, stderr } = hearsay(['add', 'none.txt', 'empty.txt', 'news/ferry.txt'])
  expect(status).toBe(1)
  expect(stderr).toMatch(/^hearsay: none.txt does not exist.*\nhearsay: empty.txt is empty.*\n$/)
  expect(stdout).toMatch(/^added .* news\/ferry.txt\n$/)
  expect(exported().map(({ article }) => article.origin)).toEqual(['-', 'news/ferry.txt'])
})

test('an article is shown as it is read', () => {
  const [, id = ''] = /^added +(\w+)/.exec(hearsay(['add', 'news/dam.txt']).stdout) ?? []
  expect(hearsay(['show', id.slice(0, 6)])).toEqual(hearsay(['read', 'news/dam.txt']))
  expect(hearsay(['show', '0000'])).toMatchObject({ status: 1, stdout: '' })
})

test('what was edited between two versions is told, and who only reprints a story', () => {
  const text = readFileSync(at('examples/town-flood-budget.txt'), 'utf8')
  const write = (name: string, words: string) => writeFileSync(join(folder, name), words)
  write('flood.txt', text)
  hearsay(['add', 'flood.txt', '--published', '2031-05-13'])
  write('flood.txt', text.replace('spend $4.6 million', 'spend $6.4 million'))
  const [, id = ''] =
    /^added +(\w+)/.exec(hearsay(['add', 'flood.txt', '--published', '2031-05-13']).stdout) ?? []
  expect(hearsay(['versions', id]).stdout).toMatch(/^\w+ {2}version 1 .*\n\w+ {2}version 2 .*\n$/)
  const { stdout } = hearsay(['compare', id])
  expect(stdout).toContain('~ A figure changed: “$4.6 million” became “$6.4 million”.')
  const json = JSON.parse(hearsay(['compare', id, '--format', 'json']).stdout)
  expect(json.changes).toMatchObject([{ kind: 'number', before: { text: '$4.6 million' } }])
  expect(hearsay(['show', id]).stdout).not.toContain('eprint')
  write('copy.txt', `Flood wall wins\n${text.slice(text.indexOf('The wall will run'))}`)
  const [, copy = ''] =
    /^added +(\w+)/.exec(hearsay(['add', 'copy.txt', '--published', '2031-05-15']).stdout) ?? []
  expect(hearsay(['show', copy]).stdout).toMatch(
    /Reprint of [0-9a-f]{12}, .*13 May 2031, as 1 other\n$/,
  )
})

test('statements are found by words, by who said them and by where they stood', () => {
  hearsay(['add', 'news', '--outlet', 'Cabo Wire', '--published', '2031-05-06'])
  const { status, stdout } = hearsay(['search', 'sail', '--actor', 'okafor', '--outlet', 'cabo'])
  expect(status).toBe(0)
  expect(stdout).toMatch(
    /^[0-9a-f]{12}\/s1 {2}Ines Okafor said · .*sail.* · news\/ferry.txt, Cabo Wire, 2031-05-06\n$/,
  )
  expect(hearsay(['search', 'sail', '--since', '2031-05-07']).stdout).toBe('')
  const hit = JSON.parse(hearsay(['search', 'sail', '--format', 'jsonl']).stdout)
  expect(FERRY.slice(...(hit.spans[0] as [number, number]))).toBe(hit.words)
  expect(hearsay(['search'])).toMatchObject({ status: 2, stdout: '' })
  expect(hearsay(['search', '--act', 'sing'])).toMatchObject({ status: 2, stdout: '' })
})

test('all articles of an actor are listed before they are forgotten together', () => {
  hearsay(['add', 'news'])
  const asked = hearsay(['forget', '--actor', 'Ines Okafor'])
  expect(asked).toMatchObject({ status: 2 })
  expect(asked.stderr).toContain('Add --yes to forget these for good: 1.')
  expect(exported()).toHaveLength(2)
  expect(hearsay(['forget', '--actor', 'Ines Okafor', '--yes'])).toMatchObject({ status: 0 })
  expect(exported()).toHaveLength(1)
})

test('what is forgotten is gone from the disk, stays out, and everything is still sound', () => {
  const [, id = ''] = /^added +(\w+) .*ferry/m.exec(hearsay(['add', 'news']).stdout) ?? []
  expect(hearsay(['forget', id])).toMatchObject({ status: 0 })
  const home = join(folder, 'home')
  const files = readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
  expect(files.join('\n')).not.toMatch(/okafor|ferry/i)
  expect(hearsay(['verify'])).toMatchObject({ status: 0 })
  expect(hearsay(['add', 'news']).stdout).toMatch(/^forgotten .* · left out; --again adds it$/m)
  expect(exported()).toHaveLength(1)
  expect(hearsay(['add', 'news', '--again']).stdout).toMatch(/^added .*ferry/m)
  expect(hearsay(['verify']).stdout).toMatch(/2 articles, .*all is sound/)
})

test('verify says what is wrong and where, and exits with 1', () => {
  hearsay(['add', 'news/dam.txt'])
  const [blob = ''] = readdirSync(join(folder, 'home', 'blobs'), { recursive: true })
    .map(String)
    .filter((name) => name.length > 2)
  writeFileSync(join(folder, 'home', 'blobs', blob), DAM.replace('held', 'fell'))
  const { status, stdout } = hearsay(['verify'])
  expect(status).toBe(1)
  expect(stdout).toContain(`${blob}: holds other bytes than its name says\n`)
  expect(stdout).toContain('1 problem.')
})

test('a home that cannot be written is named, with what to do', () => {
  const env = { ...environment(), HEARSAY_HOME: join(folder, 'news', 'dam.txt', 'home') }
  const { status, stdout, stderr } = hearsay(['add', 'news'], { env })
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toMatch(/^hearsay: Nothing can be kept in .*home: .* Set HEARSAY_HOME to .*\n$/)
})

test('Ctrl-C keeps what is done, and the rest can follow', async () => {
  for (let number = 0; number < 200; number++)
    writeFileSync(join(folder, 'news', `${number}.txt`), `${DAM}This is notice ${number}.\n`)
  const adding = spawn(process.execPath, [bin, 'add', 'news'], { cwd: folder, env: environment() })
  let stdout = ''
  adding.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  adding.stdout.once('data', () => adding.kill('SIGINT'))
  const code = await new Promise((resolve) => adding.on('close', resolve))
  expect(code).toBe(130)
  const told = stdout.match(/^added /gm)?.length ?? 0
  expect(told).toBeLessThan(202)
  // One that was being kept while the signal came may be there, too.
  expect([told, told + 1]).toContain(exported().length)
  expect(hearsay(['verify'])).toMatchObject({ status: 0 })
})

test('kills, races, flipped bits, a full disk and a database that goes away cost nothing that was acknowledged', () => {
  const run = spawnSync(process.execPath, [at('store/torture/run.mjs'), '--short'], {
    encoding: 'utf8',
  })
  const trials = run.stdout.split('\n').filter((line) => line !== '')
  const skipped = trials.filter((line) => !line.startsWith('✓'))
  // What went wrong is told on standard error; so is that something had to be built first.
  expect({ status: run.status, stderr: run.stderr, skipped }).toEqual({
    status: 0,
    stderr: expect.any(String),
    skipped: skipped.map(() =>
      expect.stringMatching(/^- (full disk|writing fails once): skipped: ./),
    ),
  })
  expect(trials).toHaveLength(17)
}, 1_800_000)
