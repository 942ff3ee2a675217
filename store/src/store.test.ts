import { expect, describe, test } from 'vitest'
import { invented } from '../../tests/invented-capture.js'
import { DATABASES, temporaryStore } from '../../tests/temporary-store.js'

const PAGE = 'https://news.example/dam'

describe.each(DATABASES)('a store in %s', (kind) => {
  const its = temporaryStore(kind)

  test('what was saved comes back as it was, and from another connection', async () => {
    const { capture, ledger } = invented()
    const { outcome, article } = await its.store.save(capture, ledger)
    expect(outcome).toBe('added')
    const other = await its.open()
    expect(await other.articles()).toEqual([article])
    expect(JSON.stringify(await other.ledger(article))).toBe(JSON.stringify(ledger))
    await other.close()
  })

  test('half a character, which UTF-8 cannot hold, comes back too', async () => {
    const { capture, ledger } = invented({ what: 'the dam \ud83d held' })
    const { article } = await its.store.save(capture, ledger)
    expect(await its.store.ledger(article)).toEqual(ledger)
    expect(await its.problems()).toEqual([])
  })

  test('the same bytes from the same place add nothing', async () => {
    await its.save()
    const before = await its.store.verify().next()
    const saved = await its.save()
    expect(saved.outcome).toBe('known')
    expect(await its.store.recall(invented().capture)).toEqual(saved)
    expect(await its.store.verify().next()).toEqual(before)
  })

  test('another text at the same address is a new version of it', async () => {
    const first = await its.save({ address: PAGE })
    const second = await its.save({ address: PAGE, what: 'the dam leaked' })
    expect([first, second]).toMatchObject([
      { outcome: 'added', version: 1 },
      { outcome: 'added', version: 2 },
    ])
    expect(await its.store.articles()).toEqual([first.article, second.article])
  })

  test('the same text elsewhere is one article in two places', async () => {
    await its.save({ outlet: 'Cabo Wire' })
    const copy = await its.save({ outlet: 'The Amaro Herald', address: PAGE })
    expect(copy).toMatchObject({ outcome: 'captured', version: 1 })
    expect(await its.store.articles()).toHaveLength(1)
    expect((await its.store.ledger(copy.article))?.article.outlet).toBe('Cabo Wire')
    expect(await its.problems()).toEqual([])
  })

  test('what the user now says of the same place makes a new ledger, and the older one is kept', async () => {
    await its.save()
    const { article } = await its.save({ outlet: 'Cabo Wire' })
    expect((await its.store.ledger(article))?.article.outlet).toBe('Cabo Wire')
    const verdict = await its.store.verify().next()
    expect(verdict).toMatchObject({ done: true, value: { articles: 1, ledgers: 2 } })
  })

  test('two connections that save the same at once keep it once', async () => {
    const other = await its.open()
    const { capture, ledger } = invented()
    const outcomes = await Promise.all([its.store, other].map((one) => one.save(capture, ledger)))
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['added', 'known'])
    await other.close()
  })

  test('a ledger that breaks its contract, or is of other bytes, is not kept', async () => {
    const { capture, ledger } = invented()
    const broken = { ...ledger, sentences: [{ start: 0, end: 999, voice: 'own' as const }] }
    await expect(its.store.save(capture, broken)).rejects.toMatchObject({ code: 'ledger-unsound' })
    const other = { ...capture, bytes: new Uint8Array([1]) }
    await expect(its.store.save(other, ledger)).rejects.toMatchObject({ code: 'ledger-unsound' })
    expect(await its.store.articles()).toEqual([])
  })

  test('an id may be shortened while it means one article', async () => {
    const { article } = await its.save()
    expect(await its.store.find(article.slice(0, 4))).toBe(article)
    expect(await its.store.find(`sha256:${article}`)).toBe(article)
    await expect(its.store.find('0000')).rejects.toMatchObject({ code: 'article-unknown' })
    await expect(its.store.find(article.slice(0, 3))).rejects.toMatchObject({
      code: 'id-malformed',
    })
    await expect(its.store.find("' or 1=1")).rejects.toMatchObject({ code: 'id-malformed' })
  })

  test('what is forgotten stays out until it is asked for again', async () => {
    const { article } = await its.save({ address: PAGE })
    await its.store.forget(article)
    const left = { outcome: 'forgotten', article }
    expect(await its.store.recall(invented().capture)).toMatchObject(left)
    expect(await its.save({ address: 'file:///articles/copy.txt' })).toMatchObject(left)
    expect(await its.store.articles()).toEqual([])
    expect(await its.save({}, { again: true })).toMatchObject({ outcome: 'added', article })
    expect(await its.problems()).toEqual([])
  })

  test('forgetting one version names the others', async () => {
    const first = await its.save({ address: PAGE })
    const second = await its.save({ address: PAGE, what: 'the dam leaked' })
    expect(await its.store.forget(first.article)).toEqual({
      article: first.article,
      addresses: [PAGE],
      versions: [second.article],
      shared: 0,
      searches: [],
      lingering: null,
    })
  })
})
