import { beforeAll, describe, expect, test } from 'vitest'
import { DATABASES, temporaryStore } from '../../tests/temporary-store.js'

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']
/** More words with a part in common than the index is asked for: `quaking`, `qubking` … */
const KINGS = LETTERS.flatMap((one) => ['', 's', 'e'].map((end) => `qu${one}king${end}`)).join(' ')
const QUAY = 'the quay was making way'

describe.each(DATABASES)('costly questions in %s', (kind) => {
  const its = temporaryStore(kind, 'all')
  beforeAll(async () => {
    await its.save({ what: KINGS })
    await its.save({ what: QUAY })
  })

  const search = (words: string) => its.store.search({ words, limit: 9 })

  test.each([
    ['*king*', [QUAY, KINGS]],
    ['*king', [QUAY, KINGS]],
    ['*qu*', [QUAY, KINGS]],
    ['*kinge', [KINGS]],
    ['*k* *ing* *u* way', [QUAY]],
    ['*e* "quay was"', [QUAY]],
    ['*kin', []],
    ['*e* nowhere', []],
  ])('a part of a great many words is found: %s', async (words, found) => {
    const { hits, total } = await search(words)
    expect(hits.map(({ words }) => words).sort()).toEqual([...found].sort())
    expect(total).toBe(found.length)
  })

  test('the same asked again and again is asked once', async () => {
    expect(await search('*1* '.repeat(249))).toMatchObject({ total: 0 })
    expect(await search('*king* '.repeat(249))).toMatchObject({ total: 2 })
  })

  test.each([
    ['parts', LETTERS.map((letter) => `*${letter}*`).join(' '), /26 parts of words/],
    ['words', Array.from({ length: 100 }, (_, n) => `word${n}`).join(' '), /100 words at once/],
  ])('too many %s are refused, with the reason', async (_, words, reason) => {
    const asked = [() => search(words), () => its.store.facets({ words, limit: 9 })]
    for (const ask of asked)
      await expect(ask()).rejects.toMatchObject({
        code: 'query-too-costly',
        message: expect.stringMatching(reason),
      })
  })
})
