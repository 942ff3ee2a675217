import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { DATABASES, temporaryStore } from '../../tests/temporary-store.js'
import type { Query } from '@hearsay/contract'

const FIRM = 'the dam held firm'
const SAFE = 'the dam was safe and held no water'
const DENIED = 'it was 100% safe'
const FLOOD = 'the flood in Port Amaro on 6 May took 1,250 homes'

describe.each(DATABASES)('search in %s', (kind) => {
  const its = temporaryStore(kind, 'all')
  beforeAll(async () => {
    await its.save({ what: FIRM, published: '2031-05-06' })
    await its.save({ what: SAFE, outlet: 'Cabo Wire', said: '2031-04-30' })
    await its.save({ who: 'Zoë Müller', cue: 'denied', act: 'deny', what: DENIED, voice: 'mixed' })
    await its.save({
      ...{ who: 'Officials', cue: 'reportedly said', what: FLOOD, voice: 'agentless' },
      ...{ agentless: true, published: '2032-01-02T08:00:00Z', outlet: 'The Amaro Herald' },
      places: { 'Port Amaro': 'PT' },
      times: { '6 May': '2031-05-06' },
      numbers: { '1,250 homes': [1250, 'homes'] },
    })
  })

  async function found(query: Omit<Query, 'limit'>): Promise<string[]> {
    const { hits } = await its.store.search({ limit: 9, ...query })
    return hits.map(({ words }) => words)
  }

  const CASES: [Omit<Query, 'limit'>, string[]][] = [
    [{}, [FLOOD, DENIED, SAFE, FIRM]],
    [{ words: 'DAM firm' }, [FIRM]],
    [{ words: '"dam held"' }, [FIRM]],
    [{ words: '“dam held”' }, [FIRM]],
    [{ words: '"held dam"' }, []],
    [{ words: 'wat*' }, [SAFE]],
    [{ words: 'wat' }, []],
    [{ words: '*ter' }, [SAFE]],
    [{ words: '*ate*' }, [SAFE]],
    [{ words: '*at' }, []],
    [{ words: '*o*' }, [FLOOD, SAFE]],
    [{ words: '*zz*' }, []],
    [{ words: '1,250' }, [FLOOD]],
    [{ words: 'safe', act: ['deny'] }, [DENIED]],
    [{ act: ['deny', 'promise'] }, [DENIED]],
    [{ act: [] }, []],
    [{ words: 'ruiz' }, []],
    [{ actor: 'ruiz' }, [SAFE, FIRM]],
    [{ actor: 'muller zoe' }, [DENIED]],
    [{ actor: 'dam' }, []],
    [{ outlet: 'cabo' }, [SAFE]],
    [{ outlet: 'HERALD' }, [FLOOD]],
    [{ outlet: '%' }, []],
    [{ voice: ['mixed', 'agentless'] }, [FLOOD, DENIED]],
    [{ agentless: true }, [FLOOD]],
    [{ remove: 1 }, [DENIED, SAFE, FIRM]],
    [{ remove: 2 }, []],
    [{ since: '2031-05-06' }, [FLOOD, FIRM]],
    [{ since: '2031-05-07' }, [FLOOD]],
    [{ until: '2031' }, [FIRM]],
    [{ until: '2032-01-02' }, [FLOOD, FIRM]],
    [{ until: '2032-01-01' }, [FIRM]],
    [{ since: '2031-06', until: '2031-12' }, []],
    [{ since: '2032', until: '2031' }, []],
    [{ about: '2031' }, [FLOOD, SAFE]],
    [{ about: '2031-05' }, [FLOOD]],
    [{ about: '2031-04-30' }, [SAFE]],
    [{ place: 'port amaro' }, [FLOOD]],
    [{ place: 'Amaro' }, [FLOOD]],
    [{ place: 'pt' }, [FLOOD]],
    [{ place: 'cabo' }, []],
    [{ country: 'PT' }, [FLOOD]],
    [{ country: 'pt', words: 'dam' }, []],
    [{ country: 'FR' }, []],
    [{ country: 'p t' }, []],
    [{ number: { min: 1000 } }, [FLOOD]],
    [{ number: { min: 1250, max: 1250 } }, [FLOOD]],
    [{ number: { min: 1251 } }, []],
    [{ number: { max: 1249 } }, []],
    [{ number: { unit: 'Homes' } }, [FLOOD]],
    [{ number: { min: 1, unit: 'km' } }, []],
    [{ words: 'safe', actor: 'ruiz' }, [SAFE]],
    [{ words: '***' }, []],
    [{ words: 'dam ***' }, [FIRM, SAFE]],
    [{ words: 'dam', order: 'newest' }, [SAFE, FIRM]],
    [{ article: '0'.repeat(64) }, []],
  ]
  test.each(CASES)('%j finds %j', async (query, words) => {
    expect(await found(query)).toEqual(words)
  })

  test('a hit says where its words stand, and how many there are beyond the limit', async () => {
    const { hits, total, exact } = await its.store.search({ words: 'dam', limit: 1 })
    expect([total, exact]).toEqual([2, true])
    const [{ article, words, spans, ...hit }] = hits
    const { text } = (await its.store.ledger(article))!.article
    expect(spans.map(([start, end]) => text.slice(start, end))).toEqual([words])
    expect(hit).toEqual({
      ...{
        statement: 's1',
        parent: null,
        who: 'Ana Ruiz',
        actorId: 'person:ana-ruiz',
        act: 'assert',
        negated: false,
        telling: { before: '', after: ' said', to: '' },
      },
      ...{ voice: 'attributed', remove: 1, said: null, origin: 'dam.txt', outlet: null },
      ...{ published: '2031-05-06', reprints: 0 },
    })
  })

  test.each([{ words: 'dam' }, { words: 'dam', order: 'newest' as const }, {}])(
    'page by page %j gives what one page gives',
    async (query) => {
      const all = await its.store.search({ ...query, limit: 9 })
      expect(all.next).toBeNull()
      const paged = []
      for (let cursor: string | undefined; ;) {
        const { hits, next, total } = await its.store.search({ ...query, limit: 1, cursor })
        expect(total).toBe(all.total)
        paged.push(...hits)
        if (next === null) break
        cursor = next
      }
      expect(paged).toEqual(all.hits)
    },
  )

  test('what hits have in common is counted', async () => {
    const facets = await its.store.facets({ words: 'the', limit: 9 })
    expect(facets).toEqual({
      act: [{ value: 'assert', count: 3 }],
      outlet: [
        { value: 'Cabo Wire', count: 1 },
        { value: 'The Amaro Herald', count: 1 },
      ],
      voice: [
        { value: 'attributed', count: 2 },
        { value: 'agentless', count: 1 },
      ],
      who: [{ value: 'Ana Ruiz', count: 2 }],
    })
  })

  test('only one article is searched when it is named', async () => {
    const [first = ''] = await its.store.articles()
    expect(await found({ article: first })).toEqual([FIRM])
    expect(await found({ article: first, words: 'safe' })).toEqual([])
  })

  test('a date or a place to go on from that is none is refused', async () => {
    for (const query of [{ since: 'May' }, { about: '31-05' }, { cursor: 'x' }])
      await expect(found(query)).rejects.toMatchObject({ code: 'query-malformed' })
  })

  test('no question is too strange to be answered', async () => {
    const strange = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('"', '*', ':', '(', ')', '-', '^', "'", '\\', '%', ' ', 'OR', 'a'),
      }),
    )
    await fc.assert(
      fc.asyncProperty(strange, strange, async (words, actor) => {
        await its.store.search({ words, actor, outlet: words, place: actor, limit: 9 })
        await its.store.search({ words, limit: 9 })
        await its.store.library({ words, outlet: actor, limit: 9 })
      }),
    )
  })

  test('an article found in two places is found by the outlet and the day of either', async () => {
    const place = { address: 'https://news.example/firm', what: FIRM }
    await its.save({ ...place, outlet: 'The Tomar Post', published: '2030-01-01' })
    for (const query of [
      { outlet: 'tomar' },
      { until: '2030' },
      { since: '2031-05', until: '2031-06' },
    ])
      expect(await its.store.search({ ...query, limit: 9 })).toMatchObject({ total: 1 })
    expect(await its.problems()).toEqual([])
  })
})
