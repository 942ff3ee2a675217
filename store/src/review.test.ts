import { describe, expect, test } from 'vitest'
import type { Ledger } from '@hearsay/engine'
import { invented } from '../../tests/invented-capture.js'
import { DATABASES, temporaryStore } from '../../tests/temporary-store.js'

const PAGE = 'https://news.example/dam'

describe.each(DATABASES)('review in %s', (kind) => {
  const its = temporaryStore(kind)
  const saveSure = async (confidence: number, what: string) => {
    const { capture, ledger } = invented({ what, title: `On ${what}` })
    ledger.statements[0]!.confidence = confidence
    return (await its.store.save(capture, ledger)).article
  }
  const listed = async () => {
    const { items } = await its.store.review({ limit: 9 })
    return items.map(({ title, statement, why }) => `${title} ${statement.confidence} ${why}`)
  }

  test('the least sure comes first, of equals what was added last, a page at a time', async () => {
    await saveSure(0.9, 'one')
    await saveSure(0.25, 'two')
    await saveSure(0.9, 'three')
    expect(await listed()).toEqual([
      'On two 0.25 unsure',
      'On three 0.9 unsure',
      'On one 0.9 unsure',
    ])
    const seen: string[] = []
    for (let cursor: string | undefined; ;) {
      const { items, total, next } = await its.store.review({ limit: 1, cursor })
      seen.push(...items.map(({ title }) => title ?? ''))
      expect(total).toBe(3)
      if (next === null) break
      cursor = next
    }
    expect(seen).toEqual(['On two', 'On three', 'On one'])
    expect(await its.problems()).toEqual([])
  })

  test('what a person accepted, changed or rejected is out, until it is taken back', async () => {
    const article = await saveSure(0.5, 'one')
    for (const change of [
      { kind: 'accept', statement: 's1' },
      { kind: 'revise', statement: 's1', act: 'deny' },
      { kind: 'reject', statement: 's1' },
    ] as const) {
      const { id } = (await its.store.correct(article, change, 'ana')).correction
      expect(await its.store.review({ limit: 9 })).toEqual({ items: [], total: 0, next: null })
      expect((await its.store.library({ limit: 1 })).entries).toMatchObject([{ corrections: 1 }])
      await its.store.undo(id, 'ana')
      expect(await listed()).toEqual(['On one 0.5 unsure'])
    }
    expect((await its.store.library({ limit: 1 })).entries).toMatchObject([{ corrections: 0 }])
    expect(await its.problems()).toEqual([])
  })

  test('a reading that says something new against a person comes first, until the person decides', async () => {
    await saveSure(0.1, 'one')
    const { article } = await its.save()
    const change = { kind: 'revise', statement: 's1', act: 'deny' } as const
    const { id } = (await its.store.correct(article, change, 'ana')).correction
    const { ledger } = invented()
    const newer: Ledger = { ...ledger, engine: { ...ledger.engine, version: '0.2.0' } }
    newer.statements[0]!.cue.act = 'warn'
    await its.store.reread(article, newer)
    const { items } = await its.store.review({ limit: 9 })
    expect(items).toMatchObject([
      { article, why: 'disagrees', correction: id, note: 'act: the reading has warn.' },
      { why: 'unsure' },
    ])
    const later = await its.open('2031-05-07T10:00:00Z')
    await later.correct(article, { kind: 'accept', statement: 's1' }, 'ana')
    await later.close()
    expect(await listed()).toEqual(['On one 0.1 unsure'])
    expect(await its.problems()).toEqual([])
  })

  test('a correction that no longer fits is shown where it was', async () => {
    const first = await its.save({ address: PAGE, what: 'the northern lock held' })
    const change = { kind: 'revise', statement: 's1', act: 'deny' } as const
    const { id } = (await its.store.correct(first.article, change, 'ana')).correction
    const second = await its.save({ address: PAGE, who: 'Bo Lind', cue: 'added', what: 'nothing' })
    const { items } = await its.store.review({ limit: 9 })
    expect(items).toMatchObject([{ article: second.article, why: 'misfit', correction: id }])
    await its.store.forget(first.article)
    expect((await its.store.review({ limit: 9 })).items).toMatchObject([{ why: 'unsure' }])
    expect(await its.problems()).toEqual([])
  })

  test('what is no cursor is named', async () => {
    await expect(its.store.review({ limit: 1, cursor: 'x' })).rejects.toMatchObject({
      code: 'query-malformed',
    })
  })
})
