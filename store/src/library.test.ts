import { describe, expect, test } from 'vitest'
import { invented } from '../../tests/invented-capture.js'
import { DATABASES, temporaryStore } from '../../tests/temporary-store.js'

const PAGE = 'https://news.example/dam'

describe.each(DATABASES)('the library in %s', (kind) => {
  const its = temporaryStore(kind)

  test('an article is listed with what its ledger tells of it', async () => {
    const { article } = await its.save({
      ...{ title: 'Dam holds', outlet: 'Cabo Wire', published: '2031-05-06', address: PAGE },
    })
    expect(await its.store.library({ limit: 9 })).toEqual({
      entries: [
        {
          ...{ article, title: 'Dam holds', outlet: 'Cabo Wire', published: '2031-05-06' },
          ...{ added: '2031-05-06T10:00:00.000Z', origin: 'dam', address: PAGE },
          ...{ words: 6, statements: 1, sources: 1, versions: 1, version: 1 },
          voices: { attributed: 1, own: 0, agentless: 0, mixed: 0 },
          ...{ reprints: 0, corrections: 0, originOfReprint: null, unread: null },
        },
      ],
      ...{ total: 1, next: null },
    })
  })

  test('what was added last comes first, page by page, by words and by outlet', async () => {
    await its.save({
      what: 'one',
      address: PAGE.replace('dam', '1'),
      title: 'Dam holds',
      outlet: 'Cabo Wire',
    })
    await its.save({
      what: 'two',
      address: PAGE.replace('dam', '2'),
      title: 'Ferry sails',
      outlet: 'The Amaro Herald',
    })
    await its.save({
      what: 'three',
      address: PAGE.replace('dam', '3'),
      title: 'Dam leaks',
      outlet: 'The Amaro Herald',
    })
    const titles = async (page: object) => {
      const { entries } = await its.store.library({ limit: 9, ...page })
      return entries.map(({ title }) => title)
    }
    expect(await titles({})).toEqual(['Dam leaks', 'Ferry sails', 'Dam holds'])
    expect(await titles({ words: 'DAM' })).toEqual(['Dam leaks', 'Dam holds'])
    expect(await titles({ words: 'cabo dam' })).toEqual(['Dam holds'])
    expect(await titles({ outlet: 'herald' })).toEqual(['Dam leaks', 'Ferry sails'])
    expect(await titles({ outlet: 'nobody' })).toEqual([])
    const first = await its.store.library({ limit: 2 })
    expect(first).toMatchObject({ total: 3, next: expect.any(String) })
    expect(await titles({ cursor: first.next })).toEqual(['Dam holds'])
  })

  test('versions of an address are told, and where each was found', async () => {
    const first = await its.save({ address: PAGE })
    const second = await its.save({ address: PAGE, what: 'the dam leaked' })
    const versions = await its.store.versions(first.article)
    expect(versions.map(({ article, version }) => [article, version])).toEqual([
      [first.article, 1],
      [second.article, 2],
    ])
    const { entries } = await its.store.library({ limit: 1 })
    expect(entries).toMatchObject([{ article: second.article, versions: 2, version: 2 }])
  })

  test('a capture tells of the container that it came in, and when', async () => {
    const { capture, ledger } = invented({ address: PAGE })
    const container = { hash: 'ab'.repeat(32), name: 'news.warc.gz', member: 'record 7' }
    const fetched = '2030-12-31T23:59:59Z'
    const { article } = await its.store.save({ ...capture, container, fetched }, ledger)
    expect(await its.store.captures(article)).toMatchObject([
      { address: PAGE, fetched, added: '2031-05-06T10:00:00.000Z', container },
    ])
    expect(await its.problems()).toEqual([])
  })

  test('the original comes back byte by byte', async () => {
    const { capture, ledger } = invented()
    const { article } = await its.store.save({ ...capture, contentType: 'text/plain' }, ledger)
    const original = await its.store.original(article)
    expect(original).toMatchObject({ contentType: 'text/plain', origin: 'dam.txt' })
    expect([...original!.bytes]).toEqual([...capture.bytes])
    expect(await its.store.original('0'.repeat(64))).toBeNull()
  })

  test('searches are saved by name, replaced and dropped', async () => {
    await its.store.saveSearch('dams', { words: 'dam', limit: 5 })
    await its.store.saveSearch('acts', { act: ['deny'], limit: 5 })
    await its.store.saveSearch('dams', { words: 'dams', limit: 5 })
    expect(await its.store.searches()).toEqual([
      { name: 'acts', query: { act: ['deny'], limit: 5 }, saved: '2031-05-06T10:00:00.000Z' },
      { name: 'dams', query: { words: 'dams', limit: 5 }, saved: '2031-05-06T10:00:00.000Z' },
    ])
    await its.store.dropSearch('acts')
    expect(await its.store.searches()).toHaveLength(1)
    // The page once kept what was not chosen as an empty list.
    await its.store.saveSearch('none', { act: [], voice: [], limit: 5 })
    expect(await its.store.searches()).toHaveLength(2)
  })

  test('what is known of an address that is polled is kept', async () => {
    expect(await its.store.poll(PAGE)).toBeNull()
    for (const failures of [0, 1]) await its.store.polled(PAGE, { etag: '"1"', failures })
    expect(await its.store.poll(PAGE)).toEqual({ etag: '"1"', failures: 1 })
  })
})
