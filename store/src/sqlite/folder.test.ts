import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
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

test('of a ledger that is not kept, no bytes stay', async () => {
  const { capture, ledger } = invented()
  const other = { ...capture, bytes: new Uint8Array([1]) }
  await expect(its.store.save(other, ledger)).rejects.toMatchObject({ code: 'ledger-unsound' })
  expect(readdirSync(join(its.home, 'staging'))).toEqual([])
})
