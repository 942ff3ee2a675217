import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findInputs, isFolder } from './inputs.js'

let folder: string
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'hearsay-inputs-'))))
afterEach(() => rm(folder, { recursive: true }))

test('a folder stands for its text and HTML files, sorted, and not for its folders', async () => {
  for (const name of ['b.txt', 'a.HTML', 'c.htm', 'notes.md', 'txt']) {
    await writeFile(join(folder, name), 'x')
  }
  await mkdir(join(folder, 'deeper.txt'))
  const origins = (await findInputs([folder])).map(({ origin }) => origin)
  expect(origins).toEqual(['a.HTML', 'b.txt', 'c.htm'].map((name) => join(folder, name)))
})

test('a folder without any is unusable, and says why', async () => {
  const [input] = await findInputs([folder])
  expect(input).toMatchObject({ kind: 'unusable', error: { code: 'folder-empty' } })
})

test('names keep their order and their kind', async () => {
  const names = ['z.txt', 'https://news.example/a', '-', 'FTP://news.example', 'missing.txt']
  expect(await findInputs(names)).toEqual([
    { kind: 'file', origin: 'z.txt' },
    { kind: 'page', origin: 'https://news.example/a' },
    { kind: 'standard-input', origin: '-' },
    { kind: 'page', origin: 'FTP://news.example' },
    { kind: 'file', origin: 'missing.txt' },
  ])
})

test('only a folder is one', async () => {
  expect(await isFolder(folder)).toBe(true)
  expect(await isFolder(join(folder, 'missing'))).toBe(false)
  expect(await isFolder('-')).toBe(false)
})
