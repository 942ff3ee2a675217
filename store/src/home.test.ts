import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { prepareHome } from './home.js'
import { openStore } from './index.js'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'hearsay-home-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const mode = (path: string) => statSync(path).mode & 0o777

test('a home is for its owner alone, and so is what is in it', () => {
  const home = prepareHome(join(folder, 'deep', 'home'))
  expect([home.folder, home.blobs, home.staging, home.database].map(mode)).toEqual([
    0o700, 0o700, 0o700, 0o600,
  ])
})

test('an open folder is closed when it is ours, and left when it holds other things', () => {
  const [ours, theirs] = ['ours', 'theirs'].map((name) => join(folder, name))
  for (const each of [ours, theirs]) mkdirSync(each)
  writeFileSync(join(theirs, 'letters.txt'), '')
  for (const each of [ours, theirs]) {
    chmodSync(each, 0o755)
    prepareHome(each)
  }
  expect([mode(ours), mode(theirs)]).toEqual([0o700, 0o755])
})

test('where nothing can be written, the folder is named and the remedy', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  const opening = openStore({ home: join(file, 'home'), now: () => new Date(0) })
  await expect(opening).rejects.toMatchObject({
    code: 'store-unwritable',
    message: expect.stringMatching(/file\/home: ENOTDIR.* Set HEARSAY_HOME/),
  })
})

test('a database that is none is said to be damaged', async () => {
  writeFileSync(
    join(folder, 'hearsay.db'),
    'not a database, but long enough to be looked at'.repeat(99),
  )
  const opening = openStore({ home: folder, now: () => new Date(0) })
  await expect(opening).rejects.toMatchObject({ code: 'store-damaged' })
})
