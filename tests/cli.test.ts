import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Ledger } from '../engine/src/record/index.js'

const bin = fileURLToPath(new URL('../bin/hearsay', import.meta.url))
const DAM = 'The dam held, officials said on Monday. “It held,” Ana Ruiz told reporters.\n'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-cli-'))
  for (const name of ['a.txt', 'b.txt', 'c.txt']) writeFileSync(join(folder, name), DAM)
})
afterAll(() => rmSync(folder, { recursive: true }))

function hearsay(argv: string[], input = '') {
  const options = {
    cwd: folder,
    encoding: 'utf8',
    input,
    env: { ...process.env, CI: '1' },
  } as const
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...argv], options)
  return { status, stdout, stderr }
}

test('--version answers without loading the reader', () => {
  expect(hearsay(['--version'])).toMatchObject({ status: 0, stdout: '0.1.0\n', stderr: '' })
})

test('the terminal ledger is the default, and has no colour in a pipe', () => {
  const { status, stdout } = hearsay(['read', 'a.txt'])
  expect(status).toBe(0)
  expect(stdout).toContain('officials said')
  expect(stdout).not.toContain('\u001b')
})

test('json is one ledger for one file, an array for several or a folder', () => {
  const one = JSON.parse(hearsay(['read', 'a.txt', '--format', 'json']).stdout) as Ledger
  expect(one.article).toMatchObject({ origin: 'a.txt', text: DAM })
  const several = hearsay(['read', 'c.txt', 'a.txt', '--format', 'json']).stdout
  expect((JSON.parse(several) as Ledger[]).map(({ article }) => article.origin)).toEqual([
    'c.txt',
    'a.txt',
  ])
  const all = JSON.parse(hearsay(['read', '.', '--format', 'json']).stdout) as Ledger[]
  expect(all).toHaveLength(3)
})

test('standard input is read as a file is', () => {
  const { stdout } = hearsay(['read', '-', '--format', 'jsonl'], DAM)
  expect((JSON.parse(stdout) as Ledger).article).toMatchObject({ origin: '-', text: DAM })
})

test('a bad file is told on stderr, the rest are read, and the exit code is 1', () => {
  const { status, stdout, stderr } = hearsay([
    'read',
    'a.txt',
    'none.txt',
    'b.txt',
    '--format',
    'jsonl',
  ])
  expect(status).toBe(1)
  expect(stdout.trim().split('\n')).toHaveLength(2)
  expect(stderr).toBe(
    'hearsay: none.txt does not exist. Check the name and the folder you are in.\n',
  )
})

test.each([
  [['read']],
  [['read', 'a.txt', '--format', 'xml']],
  [['read', 'a.txt', '--published', 'soon']],
  [['read', 'a.txt', 'b.txt', '--format', 'html']],
  [['sing']],
])('%j is a usage error: exit code 2 and no stack', (argv) => {
  const { status, stdout, stderr } = hearsay(argv)
  expect(status).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^hearsay: /)
  expect(stderr).not.toMatch(/^\s+at /m)
})

test('--output writes the file and keeps standard output quiet', () => {
  const { status, stdout } = hearsay(['read', 'a.txt', '--format', 'html', '--output', 'a.page'])
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
  expect(readFileSync(join(folder, 'a.page'), 'utf8')).toMatch(/^<!doctype html>/)
})

/** Reads a.txt so often that it cannot be done before `act` comes, which happens once output has begun. */
function readMany(act: (reading: ReturnType<typeof spawn>) => void) {
  const names = Array.from({ length: 300 }, () => 'a.txt')
  const reading = spawn(process.execPath, [bin, 'read', ...names, '--format', 'json'], {
    cwd: folder,
  })
  let [stdout, stderr] = ['', '']
  reading.stdout.once('data', () => act(reading))
  reading.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  reading.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) =>
    reading.on('close', (code) => resolve({ code, stdout, stderr })),
  )
}

test('Ctrl-C keeps what is done: a whole array, and exit code 130', async () => {
  const { code, stdout, stderr } = await readMany((reading) => reading.kill('SIGINT'))
  expect({ code, stderr }).toEqual({ code: 130, stderr: '' })
  expect((JSON.parse(stdout) as Ledger[]).length).toBeLessThan(300)
})

test('a reader that has had enough, such as head, is no error', async () => {
  const { code, stderr } = await readMany((reading) => reading.stdout?.destroy())
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
})
