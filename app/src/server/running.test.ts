import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listen } from './listen.js'
import { leaveRunning, linkToRunning } from './running.js'

let home: string
beforeEach(async () => void (home = await mkdtemp(join(tmpdir(), 'hearsay-running-'))))
afterEach(() => rm(home, { recursive: true }))

const FILES = ['serve.address', 'serve.token']
const read = (name: string) => readFile(join(home, name), 'utf8')
const running = (token: string) => ({ address: 'http://127.0.0.1:4977/', token })

test('address and token lie in the home for its owner alone, and go when the server ends', async () => {
  const take = await leaveRunning(home, running('secret'))
  expect((await readdir(home)).sort()).toEqual(FILES)
  expect(await Promise.all(FILES.map(read))).toEqual(['http://127.0.0.1:4977/\n', 'secret\n'])
  for (const name of FILES) expect((await stat(join(home, name))).mode & 0o777).toBe(0o600)
  await take()
  expect(await readdir(home)).toEqual([])
})

test('a server takes away its own token only', async () => {
  const takeFirst = await leaveRunning(home, running('first'))
  const takeSecond = await leaveRunning(home, running('second'))
  await takeFirst()
  expect(await read('serve.token')).toBe('second\n')
  await takeSecond()
  await takeSecond()
  expect(await readdir(home)).toEqual([])
})

test('where none runs, it says so', async () => {
  const absent = { code: 'server-absent', message: expect.stringContaining(home) }
  await expect(linkToRunning(home)).rejects.toMatchObject(absent)
  await leaveRunning(home, { address: 'http://127.0.0.1:1/', token: 'of one that was killed' })
  await expect(linkToRunning(home)).rejects.toMatchObject(absent)
})

test.each<[string, RequestListener]>([
  ['never answers', () => {}],
  ['never ends its answer', (_, response) => void response.write('{')],
])('one that %s is not waited for without end', async (_, answer) => {
  const hung = createServer(answer)
  const port = await listen(hung, 0)
  try {
    await leaveRunning(home, { address: `http://127.0.0.1:${port}/`, token: 'of one that hangs' })
    await expect(linkToRunning(home, 300)).rejects.toMatchObject({
      code: 'server-silent',
      message: expect.stringContaining(home),
    })
  } finally {
    hung.close()
    hung.closeAllConnections()
  }
})

test('a home that cannot be written is named, and what to do', async () => {
  const file = join(home, 'file')
  await writeFile(file, '')
  await expect(leaveRunning(file, running('secret'))).rejects.toMatchObject({
    code: 'home-unwritable',
    message: expect.stringMatching(/cannot be left in .*file: .*Serve a copy/),
  })
})
