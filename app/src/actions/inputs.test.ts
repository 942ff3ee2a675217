import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findInputs, holdsMany } from './inputs.js'

let folder: string
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'hearsay-inputs-'))))
afterEach(() => rm(folder, { recursive: true }))

test('a folder stands for all that can be read in it and in its folders, sorted', async () => {
  await mkdir(join(folder, 'deeper.txt'))
  await mkdir(join(folder, '.git'))
  const readable = ['a.HTML', 'b.txt', 'c.htm', 'd.warc.gz', 'deeper.txt/e.pdf', 'news.xml']
  for (const name of [...readable, 'notes.md', 'rows.json', '.hidden.txt', '.git/a.txt']) {
    await writeFile(join(folder, name), name === 'news.xml' ? '<rss version="2.0">' : 'x')
  }
  await writeFile(join(folder, 'rows.xml'), '<rows/>')
  const origins = (await findInputs([folder])).map(({ origin }) => origin)
  expect(origins).toEqual(readable.map((name) => join(folder, name)))
})

test('links that lead in circles are followed once', async () => {
  await writeFile(join(folder, 'a.txt'), 'x')
  await symlink(folder, join(folder, 'circle'))
  await symlink(join(folder, 'nowhere'), join(folder, 'broken'))
  expect(await findInputs([folder])).toEqual([{ kind: 'file', origin: join(folder, 'a.txt') }])
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

test('a folder, a feed, an archive and JSON Lines hold many; a page may not', async () => {
  await writeFile(join(folder, 'feed'), '<feed xmlns="http://www.w3.org/2005/Atom">')
  await writeFile(join(folder, 'a.txt'), '{"text": "x"}')
  for (const name of ['', 'feed', 'b.jsonl']) {
    if (name === 'b.jsonl') await writeFile(join(folder, name), '')
    expect(await holdsMany(join(folder, name))).toBe(true)
  }
  for (const name of [join(folder, 'missing'), join(folder, 'a.txt'), '-', 'https://a.example/']) {
    expect(await holdsMany(name)).toBe(false)
  }
})
