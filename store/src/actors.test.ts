import { describe, expect, test } from 'vitest'
import { DATABASES, temporaryStore } from '../../tests/temporary-store.js'

describe.each(DATABASES)('actors in %s', (kind) => {
  const its = temporaryStore(kind)
  const named = async (words?: string) => {
    const { actors } = await its.store.actors({ words, limit: 9 })
    return actors.map(({ id, articles, statements }) => `${id} ${articles} ${statements}`)
  }

  test('one person in several articles has all names, acts and mentions', async () => {
    const first = await its.save({ who: 'Sergei Lavrin', what: 'one' })
    const second = await its.save({ who: 'Lavrin', cue: 'denied', act: 'deny', what: 'two' })
    await its.save({ who: 'Bo Lind', what: 'three' })
    expect(await named()).toEqual(['person:sergei-lavrin 2 2', 'person:bo-lind 1 1'])
    expect(await named('serg lav')).toEqual(['person:sergei-lavrin 2 2'])
    expect(await its.store.actor('person:sergei-lavrin')).toMatchObject({
      name: 'Sergei Lavrin',
      names: ['Lavrin', 'Sergei Lavrin'],
      acts: [
        { act: 'assert', count: 1 },
        { act: 'deny', count: 1 },
      ],
      mentions: [
        { article: first.article, name: 'Sergei Lavrin' },
        { article: second.article, name: 'Lavrin' },
      ],
      doubts: [],
    })
    const { hits } = await its.store.search({ words: 'two', limit: 9 })
    expect(hits).toMatchObject([{ who: 'Lavrin', actorId: 'person:sergei-lavrin' }])
    expect(await its.problems()).toEqual([])
  })

  test('all that one says is found by id, and by any name of theirs', async () => {
    await its.save({ who: 'Sergei Lavrin', what: 'one' })
    await its.save({ who: 'Lavrin', what: 'two' })
    await its.save({ who: 'Bo Lind', what: 'two' })
    const found = async (query: object) => {
      const { hits } = await its.store.search({ ...query, limit: 9 })
      return hits.map(({ who, words }) => `${who}: ${words}`)
    }
    expect(await found({ actorId: 'person:sergei-lavrin' })).toEqual([
      'Lavrin: two',
      'Sergei Lavrin: one',
    ])
    expect(await found({ actorId: 'person:sergei-lavrin', words: 'two' })).toEqual(['Lavrin: two'])
    expect(await found({ actor: 'sergei' })).toEqual(['Lavrin: two', 'Sergei Lavrin: one'])
    expect(await found({ actor: 'sergei', words: 'two' })).toEqual(['Lavrin: two'])
    expect(await found({ actorId: 'person:nobody' })).toEqual([])
    const { who } = await its.store.facets({ actor: 'sergei', limit: 9 })
    expect(who.map(({ value }) => value)).toEqual(['Lavrin', 'Sergei Lavrin'])
  })

  test('a doubt is shown from both sides', async () => {
    await its.save({ who: 'Ana Ruiz', what: 'one' })
    await its.save({ who: 'Bea Ruiz', what: 'two' })
    await its.save({ who: 'Ruiz', what: 'three' })
    const { actors } = await its.store.actors({ limit: 9 })
    const alone = actors.find(({ id }) => id.startsWith('person:ruiz@'))!
    expect(alone.doubts.map((each) => each.with)).toEqual(['person:ana-ruiz', 'person:bea-ruiz'])
    const ana = await its.store.actor('person:ana-ruiz')
    expect(ana.doubts).toMatchObject([{ with: alone.id, name: 'Ruiz' }])
    expect(await its.problems()).toEqual([])
  })

  test('those kept apart are doubted no more, until that is undone', async () => {
    await its.save({ who: 'Ana Ruiz', what: 'one' })
    await its.save({ who: 'Bea Ruiz', what: 'two' })
    await its.save({ who: 'Ruiz', what: 'three' })
    const doubtsOf = async (id: string) =>
      (await its.store.actor(id)).doubts.map((doubt) => doubt.with)
    const [alone = ''] = await doubtsOf('person:ana-ruiz')
    const { mentions } = await its.store.actor(alone)
    const apart = await its.store.split('person:ana-ruiz', mentions, 'ben')
    expect(apart.id).toBe('person:ana-ruiz')
    expect(await doubtsOf('person:ana-ruiz')).toEqual([])
    expect(await doubtsOf(alone)).toEqual(['person:bea-ruiz'])
    await its.store.undo(apart.correction, 'ben')
    expect(await doubtsOf('person:ana-ruiz')).toEqual([alone])
    expect(await its.problems()).toEqual([])
  })

  test('what was merged is one, holds for articles to come, and can be undone', async () => {
    await its.save({ who: 'Ana Ruiz', what: 'one' })
    await its.save({ who: 'Ana Lind', what: 'two' })
    const merged = await its.store.merge(['person:ana-ruiz', 'person:ana-lind'], 'ben')
    expect(merged.id).toBe('person:ana-ruiz')
    await its.save({ who: 'Ana Lind', what: 'three' })
    expect(await named()).toEqual(['person:ana-ruiz 3 3'])
    expect(await its.problems()).toEqual([])
    await its.store.undo(merged.correction, 'ben')
    expect(await named()).toEqual(['person:ana-lind 2 2', 'person:ana-ruiz 1 1'])
    expect(await its.problems()).toEqual([])
  })

  test('what was split is two, and can be undone', async () => {
    await its.save({ who: 'Ana Ruiz', what: 'one' })
    const { article } = await its.save({ who: 'Ana Ruiz', what: 'two' })
    const split = await its.store.split('person:ana-ruiz', [{ article, actor: 'a1' }], 'ben')
    expect(split.id).toMatch(/^person:ana-ruiz@/)
    expect(await named()).toEqual(['person:ana-ruiz 1 1', `${split.id} 1 1`])
    const [merge] = await its.store.corrections()
    expect(merge).toMatchObject({ article: null, by: 'ben', state: 'applied' })
    await its.store.undo(split.correction, 'ben')
    expect(await named()).toEqual(['person:ana-ruiz 2 2'])
    expect(await its.problems()).toEqual([])
  })

  test('forgetting leaves no name behind, in decisions neither', async () => {
    const first = await its.save({ who: 'Ana Ruiz', what: 'one' })
    await its.save({ who: 'Ana Lind', what: 'two' })
    await its.store.merge(['person:ana-ruiz', 'person:ana-lind'], 'ben')
    await its.store.forget(first.article)
    expect(await named()).toEqual(['person:ana-lind 1 1'])
    expect(JSON.stringify(await its.store.corrections())).not.toContain('Ruiz')
    expect(await its.problems()).toEqual([])
  })

  test('to forget an actor is to forget every article in which they speak', async () => {
    await its.save({ who: 'Ana Ruiz', what: 'one' })
    await its.save({ who: 'Ruiz', what: 'two' })
    const other = await its.save({ who: 'Bo Lind', what: 'three' })
    expect(await its.store.forgetActor('person:ana-ruiz')).toHaveLength(2)
    expect(await its.store.articles()).toEqual([other.article])
    expect(await named()).toEqual(['person:bo-lind 1 1'])
    expect(await its.problems()).toEqual([])
  })

  test('pages follow on one another, and kinds are told apart', async () => {
    for (const who of ['Ana Ruiz', 'Bo Lind', 'Cy Marr']) await its.save({ who, what: who })
    const seen: string[] = []
    for (let cursor: string | undefined; ;) {
      const page = await its.store.actors({ limit: 2, cursor, kind: 'person' })
      expect(page.total).toBe(3)
      seen.push(...page.actors.map(({ id }) => id))
      if (page.next === null) break
      cursor = page.next
    }
    expect(seen).toEqual(['person:ana-ruiz', 'person:bo-lind', 'person:cy-marr'])
    expect(await its.store.actors({ limit: 9, kind: 'outlet' })).toMatchObject({ total: 0 })
  })

  test.each<[string, (store: typeof its.store) => Promise<unknown>, string]>([
    ['an unknown actor', (store) => store.actor('person:nobody'), 'actor-unknown'],
    [
      'a merge with itself',
      (store) => store.merge(['person:ana-ruiz', 'person:ana-ruiz'], 'ben'),
      'correction-unfit',
    ],
    [
      'a split of nothing',
      (store) => store.split('person:ana-ruiz', [], 'ben'),
      'correction-unfit',
    ],
    [
      'a split of a stranger',
      (store) => store.split('person:ana-ruiz', [{ article: 'x', actor: 'a1' }], 'ben'),
      'correction-unfit',
    ],
    ['a place that is none', (store) => store.actors({ limit: 1, cursor: 'x' }), 'query-malformed'],
  ])('refuses %s by name', async (_what, ask, code) => {
    await its.save({ who: 'Ana Ruiz' })
    await expect(ask(its.store)).rejects.toMatchObject({ code })
  })

  test('an actor that is damaged in the database is found', async () => {
    await its.save({ who: 'Ana Ruiz' })
    await its.store.actors({ limit: 1 })
    expect(await its.problems()).toEqual([])
  })
})
