import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { invented } from '../../../tests/invented-capture.js'
import { temporaryStore } from '../../../tests/temporary-store.js'

const its = temporaryStore()

/** All bytes of all files of the home, as text. */
function everything(folder: string): string {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n')
}

test('what is forgotten is nowhere in the folder, and the rest is sound', async () => {
  await its.save({ what: 'the bridge is open' })
  const { article } = await its.save({ who: 'Zelda Quint', what: 'the vault was empty' })
  expect(everything(its.home)).toMatch(/Zelda[^]*vault/)
  await its.store.forget(article)
  expect(everything(its.home)).not.toMatch(/zelda|quint|vault/i)
  expect(await its.store.ledger(article)).toBeNull()
  expect(await its.store.search({ words: 'vault', limit: 9 })).toMatchObject({ total: 0 })
  await expect(its.store.find(article)).rejects.toThrow('was forgotten')
  expect(await its.problems()).toEqual([])
})

test('forgotten bytes that a killed process left are removed by the next', async () => {
  const { article } = await its.save()
  const file = join(its.home, 'blobs', article.slice(0, 2), article.slice(2))
  const bytes = readFileSync(file)
  await its.store.forget(article)
  writeFileSync(file, bytes)
  expect(await its.problems()).toMatchObject([{ what: 'was forgotten and is still there' }])
  await (await its.open()).close()
  expect(existsSync(file)).toBe(false)
})

test('what a killed add left is taken away by the next process, unless it was recorded', async () => {
  const { article } = await its.save()
  const gone = spawnSync(process.execPath, ['-e', '']).pid
  const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)
  const left = (number: number) => join(its.home, 'staging', `${host}-${gone}-${number}`)
  const hash = createHash('sha256').update('left').digest('hex')
  const [kept, stray] = [article, hash].map((each) =>
    join(its.home, 'blobs', each.slice(0, 2), each.slice(2)),
  ) as [string, string]
  writeFileSync(left(0), 'left')
  mkdirSync(dirname(stray), { recursive: true })
  linkSync(left(0), stray)
  linkSync(kept, left(1))
  await (await its.open()).close()
  expect(readdirSync(join(its.home, 'staging'))).toEqual([])
  expect([stray, kept].map((each) => existsSync(each))).toEqual([false, true])
})

test('of a ledger that is not kept, no bytes stay', async () => {
  const { capture, ledger } = invented()
  const other = { ...capture, bytes: new Uint8Array([1]) }
  await expect(its.store.save(other, ledger)).rejects.toMatchObject({ code: 'ledger-unsound' })
  expect(readdirSync(join(its.home, 'staging'))).toEqual([])
})
