import { mkdtemp, readFile, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { leaveToken } from './token-file.js'

let home: string
beforeEach(async () => void (home = await mkdtemp(join(tmpdir(), 'hearsay-token-'))))
afterEach(() => rm(home, { recursive: true }))

const file = () => join(home, 'serve.token')

test('the token lies in the home for its owner alone, and goes when the server ends', async () => {
  const take = await leaveToken(home, 'secret')
  expect(await readFile(file(), 'utf8')).toBe('secret\n')
  expect((await stat(file())).mode & 0o777).toBe(0o600)
  await take()
  expect(await readdir(home)).toEqual([])
})

test('a server takes away its own token only', async () => {
  const takeFirst = await leaveToken(home, 'first')
  const takeSecond = await leaveToken(home, 'second')
  await takeFirst()
  expect(await readFile(file(), 'utf8')).toBe('second\n')
  await takeSecond()
  await takeSecond()
  expect(await readdir(home)).toEqual([])
})
