import { describe, expect, test } from 'vitest'
import { DATABASES, temporaryStore } from '../../tests/temporary-store.js'

const LEAD =
  'the harbour bridge of Varnholt would stay shut until March, after divers found 14 cracks below the waterline'
const DETOUR =
  '\nSome 21,000 people cross it on a working day; most will have to go round by Kelford, which takes forty minutes longer'
const COST =
  '\nRepairs may cost 38 million crowns, of which the province has offered to pay half, and a ferry is to run from Monday'
const FERRY =
  'two ferries had collided off Torvik in the fog, and that nine passengers were taken to hospital with broken bones and bruises'

const story = (what: string, outlet: string, published: string) => ({
  what,
  outlet,
  published,
  address: `https://${outlet.toLowerCase().replace(/ /g, '-')}.example/story`,
})
const HERALD = story(LEAD + DETOUR + COST, 'The Amaro Herald', '2031-05-06')
const WIRE = story(`${LEAD}${DETOUR}`, 'Cabo Wire', '2031-05-05')
const POST = story(`${LEAD}${COST}\nBy Omar Lind`, 'The Torvik Post', '2031-05-07')

describe.each(DATABASES)('stories in %s', (kind) => {
  const its = temporaryStore(kind)

  test('reprints are one story, whose origin is the earliest published', async () => {
    const [herald, wire, post] = [
      await its.save(HERALD),
      await its.save(WIRE),
      await its.save(POST),
    ]
    const other = await its.save(story(FERRY, 'The Torvik Post', '2031-05-07'))
    const articles = [wire, herald, post].map(({ article }) => article)
    for (const article of articles)
      expect(await its.store.reprints(article)).toEqual({
        origin: wire.article,
        articles,
        credited: [],
      })
    expect(await its.store.reprints(other.article)).toMatchObject({ articles: [other.article] })
    expect(await its.problems()).toEqual([])
  })

  test('the search and the library know of them', async () => {
    const [herald, wire] = [await its.save(HERALD), await its.save(WIRE)]
    await its.save(story(FERRY, 'The Torvik Post', '2031-05-07'))
    const { hits } = await its.store.search({ words: 'bridge', limit: 9 })
    expect(hits.map(({ reprints }) => reprints)).toEqual([1, 1])
    expect(await its.store.search({ words: 'bridge', origins: true, limit: 9 })).toMatchObject({
      total: 1,
    })
    const { entries } = await its.store.library({ limit: 9 })
    expect(entries.find(({ article }) => article === herald.article)).toMatchObject({
      reprints: 1,
      originOfReprint: wire.article,
    })
  })

  test('a story found once more at an earlier date becomes the origin', async () => {
    const [herald, wire] = [await its.save(HERALD), await its.save(WIRE)]
    await its.save({ ...HERALD, published: '2031-05-01', address: 'https://other.example/story' })
    expect(await its.store.reprints(wire.article)).toMatchObject({ origin: herald.article })
    expect(await its.problems()).toEqual([])
  })

  test('forgetting the origin leaves the others one story', async () => {
    const [herald, wire, post] = [
      await its.save(HERALD),
      await its.save(WIRE),
      await its.save(POST),
    ]
    await its.store.forget(wire.article)
    expect(await its.store.reprints(post.article)).toMatchObject({
      origin: herald.article,
      articles: [herald.article, post.article],
    })
    await its.store.forget(post.article)
    expect(await its.store.reprints(herald.article)).toMatchObject({ articles: [herald.article] })
    expect(await its.problems()).toEqual([])
  })

  test('forgetting what alone joined two parts them', async () => {
    const [one, two] = [
      LEAD,
      COST + '; the mayor, who had asked for it twice, thanked all of them at the town hall',
    ]
    const [first, last] = [
      await its.save(story(one, 'Cabo Wire', '2031-05-05')),
      await its.save(story(two, 'The Torvik Post', '2031-05-07')),
    ]
    const both = await its.save(story(one + two, 'The Amaro Herald', '2031-05-06'))
    expect((await its.store.reprints(last.article)).articles).toHaveLength(3)
    await its.store.forget(both.article)
    for (const { article } of [first, last])
      expect((await its.store.reprints(article)).articles).toEqual([article])
    expect(await its.problems()).toEqual([])
  })
})
