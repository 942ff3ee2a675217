import { describe, expect, test } from 'vitest'
import { openStore, restoreStore } from './index.js'
import { invented } from '../../tests/invented-capture.js'
import { postgresDatabase } from '../../tests/postgres-database.js'
import { DATABASES, temporaryStore } from '../../tests/temporary-store.js'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const now = () => new Date('2031-05-07T10:00:00Z')
const ODD = 'a\0b \ud83d c \uffff'
/** Words of Chinese characters in no order, which nothing can pack. */
const long = (length: number, seed = 7) =>
  Array.from({ length }, () =>
    String.fromCharCode(0x4e00 + ((seed = (seed * 16807) % 2147483647) % 20_000)),
  ).join('')
const words = (count: number) => Array.from({ length: count }, (_, n) => long(190, n + 1)).join(' ')

/** A capture whose every name is odd or long, with an article that says odd things. */
function strange(name: string) {
  const { capture, ledger } = invented({ who: `Ana ${ODD}`, what: `${ODD} ${name}`, title: name })
  const container = { hash: 'c'.repeat(64), name, member: name }
  const particulars = { outlet: name, url: name }
  const outlet = name
  return {
    capture: { ...capture, address: name, origin: name, contentType: name, container, particulars },
    ledger: { ...ledger, article: { ...ledger.article, outlet } },
  }
}

describe.each(DATABASES)('%s', (kind) => {
  const its = temporaryStore(kind)
  const keep = ({ capture, ledger }: ReturnType<typeof strange>) => its.store.save(capture, ledger)

  test.each([
    ['a NUL and half a character', ODD],
    ['five thousand characters', long(5000)],
  ])('an article whose every name is %s is kept, known again, and restored', async (_, name) => {
    expect(await keep(strange(name))).toMatchObject({ outcome: 'added' })
    expect(await keep(strange(name))).toMatchObject({ outcome: 'known' })
    expect(await its.problems()).toEqual([])
    const [article = ''] = await its.store.articles()
    const before = await its.store.ledger(article)
    expect(before?.article.text).toContain(ODD)
    for (const other of DATABASES) {
      const place =
        other === 'SQLite'
          ? { home: mkdtempSync(join(tmpdir(), 'hearsay-odd-')), now }
          : { url: await postgresDatabase(), now }
      await restoreStore(place, its.store.backup())
      const store = await openStore(place)
      expect(await store.ledger(article)).toEqual(before)
      expect(await store.captures(article)).toEqual(await its.store.captures(article))
      await store.close()
    }
  })

  test('a statement of more words than an index takes is kept and found by its first', async () => {
    const what = words(3_000)
    const { article } = await its.save({ who: long(5000), what })
    const { hits } = await its.store.search({ words: what.slice(0, 190), limit: 3 })
    expect(hits).toMatchObject([{ article }])
    expect((await its.store.actors({ limit: 3 })).total).toBe(1)
    expect(await its.problems()).toEqual([])
  })

  const correct = async (actor: string, by = 'ana') => {
    const { article } = await its.save()
    const change = {
      kind: 'revise',
      statement: 's1',
      actor: { name: actor, kind: 'person' },
    } as const
    return its.store.correct(article, change, by)
  }
  test.each<[string, () => Promise<unknown>, string]>([
    ['an actor with a NUL', () => correct('a\0b'), 'text-unstorable'],
    ['an actor with half a character', () => correct('a\ud83d'), 'text-unstorable'],
    ['an author with a NUL', () => correct('Bo', 'a\0'), 'text-unstorable'],
    ['a search by a NUL', () => its.store.search({ actorId: 'a\0', limit: 3 }), 'text-unstorable'],
    ['a unit with a NUL', () => its.store.actor('person:\0'), 'text-unstorable'],
    ['a search so called', () => its.store.saveSearch(ODD, { limit: 3 }), 'text-unstorable'],
    [
      'a search for it',
      () => its.store.saveSearch('a', { words: ODD, limit: 3 }),
      'text-unstorable',
    ],
    ['a name of 201', () => its.store.saveSearch(long(201), { limit: 3 }), 'query-malformed'],
    [
      'a search for more words than can be asked',
      () => its.store.saveSearch('a', { words: long(1001), limit: 3 }),
      'query-malformed',
    ],
    ['an id with a NUL', () => its.store.find('abcd\0'), 'id-malformed'],
  ])('%s is refused', async (_, work, code) => {
    await expect(work()).rejects.toMatchObject({ code })
    expect(await its.problems()).toEqual([])
  })

  test('content of more than 100,000 characters is refused, and of as many is kept', async () => {
    const { article } = await its.save({ what: words(600) })
    const revise = (end: number) =>
      its.store.correct(
        article,
        { kind: 'revise', statement: 's1', content: [{ start: 14, end }] },
        'ana',
      )
    await expect(revise(100_015)).rejects.toMatchObject({ code: 'correction-too-long' })
    await revise(100_014)
    expect((await its.store.ledger(article))?.statements[0]?.content[0]?.text).toHaveLength(100_000)
    expect(await its.problems()).toEqual([])
  })

  test('questions in which nothing can be looked up are answered with nothing', async () => {
    await its.save()
    for (const asked of ['—', '\ud83d', '…', "'", '\\', '%'])
      for (const name of ['words', 'actor', 'outlet', 'place'])
        expect(await its.store.search({ [name]: asked, limit: 3 })).toMatchObject({ total: 0 })
    expect(await its.store.search({ remove: 2 ** 53 - 1, limit: 3 })).toMatchObject({ total: 0 })
  })

  test('what is known of a long address is kept in place of what was known', async () => {
    await its.store.polled(long(5000), { failures: 1 })
    await its.store.polled(long(5000), { failures: 2 })
    expect(await its.store.poll(long(5000))).toEqual({ failures: 2 })
  })
})
