import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { inFolder } from './folder.js'
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

/** What is found in the folder, and what is said to be skipped. */
async function found(followLinks?: boolean) {
  const skipped: Record<string, string> = {}
  const onSkipped = (path: string, why: string) => void (skipped[relative(folder, path)] = why)
  const inputs = await findInputs([folder], { followLinks, onSkipped })
  return { files: inputs.map(({ origin }) => relative(folder, origin)), skipped }
}

test('links in a folder are skipped and said, wherever they lead, unless they are to be followed', async () => {
  const elsewhere = await mkdtemp(join(tmpdir(), 'hearsay-elsewhere-'))
  await writeFile(join(elsewhere, 'secret.txt'), 'x')
  await writeFile(join(folder, 'a.txt'), 'x')
  const targets = {
    'b.txt': `${elsewhere}/secret.txt`,
    circle: folder,
    d: elsewhere,
    'e.txt': 'no',
  }
  for (const [name, target] of Object.entries(targets)) await symlink(target, join(folder, name))
  const why = 'a link, and links in a folder are followed only with --follow-links'
  expect(await found()).toEqual({
    files: ['a.txt'],
    skipped: { 'b.txt': why, circle: why, d: why, 'e.txt': why },
  })
  expect(await found(true)).toEqual({
    files: ['a.txt', 'b.txt', 'd/secret.txt'],
    skipped: { 'e.txt': 'a link that leads nowhere' },
  })
  await rm(elsewhere, { recursive: true })
})

test('pipes, sockets and devices in a folder are skipped and said, and never opened', async () => {
  await writeFile(join(folder, 'a.txt'), 'x')
  execFileSync('mkfifo', [join(folder, 'pipe.txt'), join(folder, 'feed.xml')])
  const server = createServer().listen(join(folder, 'socket.txt'))
  await once(server, 'listening')
  await symlink('/dev/zero', join(folder, 'zero.txt'))
  expect(await found(true)).toEqual({
    files: ['a.txt'],
    skipped: {
      'feed.xml': 'a pipe',
      'pipe.txt': 'a pipe',
      'socket.txt': 'a socket',
      'zero.txt': 'a device',
    },
  })
  server.close()
})

test('a folder that cannot be read says so instead of ending everything', async () => {
  const gone = join(folder, 'gone')
  expect(await inFolder(gone, {})).toMatchObject([
    { kind: 'unusable', origin: gone, error: { code: 'folder-unreadable' } },
  ])
})

test('a pipe that is named is read once, from its start', async () => {
  const pipe = join(folder, 'pipe')
  execFileSync('mkfifo', [pipe])
  expect(await holdsMany(pipe)).toBe(false)
  expect(await findInputs([pipe])).toEqual([{ kind: 'pipe', origin: pipe }])
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
