import fc from 'fast-check'
import { beforeEach, expect, test } from 'vitest'
import { temporaryStore } from '../../tests/temporary-store.js'

const its = temporaryStore()
beforeEach(async () => {
  await its.save({ what: 'the dam held firm', published: '2031-05-06' })
  await its.save({ what: 'the dam was safe and held no water', outlet: 'Cabo Wire' })
  await its.save({ who: 'Zoë Müller', cue: 'denied', act: 'deny', what: 'it was 100% safe' })
})

async function found(query: object): Promise<string[]> {
  const { hits } = await its.store.search({ limit: 9, ...query })
  return hits.map(({ words }) => words)
}

const FIRM = 'the dam held firm'
const SAFE = 'the dam was safe and held no water'
const DENIED = 'it was 100% safe'

test.each([
  [{ words: 'DAM firm' }, [FIRM]],
  [{ words: '"dam held"' }, [FIRM]],
  [{ words: '“dam held”' }, [FIRM]],
  [{ words: '"held dam"' }, []],
  [{ words: 'wat*' }, [SAFE]],
  [{ words: 'wat' }, []],
  [{ words: 'safe', act: 'deny' }, [DENIED]],
  [{ words: 'ruiz' }, []],
  [{ actor: 'ruiz' }, [FIRM, SAFE]],
  [{ actor: 'muller zoe' }, [DENIED]],
  [{ actor: 'dam' }, []],
  [{ outlet: 'cabo' }, [SAFE]],
  [{ outlet: '%' }, []],
  [{ since: '2031-05-06' }, [FIRM]],
  [{ since: '2031-05-07' }, []],
  [{ words: 'safe', actor: 'ruiz' }, [SAFE]],
  [{ words: '***' }, []],
  [{ words: 'dam ***' }, [FIRM, SAFE]],
])('%j finds %j', async (query, words) => {
  expect((await found(query)).sort()).toEqual([...words].sort())
})

test('a hit says where its words stand, and how many there are beyond the limit', async () => {
  const { hits, total } = await its.store.search({ words: 'dam', limit: 1 })
  expect(total).toBe(2)
  expect(hits).toMatchObject([{ statement: 's1', who: 'Ana Ruiz', act: 'assert', negated: false }])
  const [{ article, words, spans }] = hits
  const { text } = (await its.store.ledger(article))!.article
  expect(spans.map(([start, end]) => text.slice(start, end))).toEqual([words])
})

test('no question is too strange to be answered', async () => {
  const strange = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom('"', '*', ':', '(', ')', '-', '^', ' ', 'NEAR', 'OR', 'a') }),
  )
  await fc.assert(
    fc.asyncProperty(strange, strange, async (words, actor) => {
      await its.store.search({ words, actor, outlet: words, limit: 9 })
    }),
  )
})

test('an article found in two places is found by the outlet of either', async () => {
  await its.save({ outlet: 'The Amaro Herald', address: 'https://news.example/firm', what: FIRM })
  for (const outlet of ['herald', 'HERALD'])
    expect(await its.store.search({ outlet, limit: 9 })).toMatchObject({ total: 1 })
})
