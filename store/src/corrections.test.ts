import { describe, expect, test } from 'vitest'
import type { Change, Ledger } from '@hearsay/engine'
import { invented } from '../../tests/invented-capture.js'
import { DATABASES, temporaryStore } from '../../tests/temporary-store.js'

const PAGE = 'https://news.example/dam'
const DENIES: Change = { kind: 'revise', statement: 's1', act: 'deny' }

describe.each(DATABASES)('corrections in %s', (kind) => {
  const its = temporaryStore(kind)
  const acts = async (article: string) =>
    (await its.store.ledger(article))?.statements.map(({ cue }) => cue.act)

  test('a correction is a record: with who and when, over a ledger that stays as it was read', async () => {
    const { article } = await its.save()
    const { correction, ...reading } = await its.store.correct(article, DENIES, 'ana')
    expect(correction).toMatchObject({ article, by: 'ana', at: '2031-05-06T10:00:00.000Z' })
    expect(await its.store.ledger(article)).toMatchObject({
      statements: [{ cue: { act: 'deny' }, confidence: 1, corrected: [correction.id] }],
    })
    expect(await its.store.ledger(article, { asRead: true })).toEqual(invented().ledger)
    expect(await its.store.corrections(article)).toEqual([
      { ...correction, state: 'applied', why: null, statement: 's1' },
    ])
    expect(await its.store.reading(article)).toEqual(reading)
    expect(await its.problems()).toEqual([])
  })

  test('the search knows what was corrected', async () => {
    const { article } = await its.save()
    await its.store.correct(article, DENIES, 'ana')
    expect(await its.store.search({ act: ['deny'], limit: 9 })).toMatchObject({ total: 1 })
    expect(await its.store.search({ act: ['assert'], limit: 9 })).toMatchObject({ total: 0 })
    await its.store.correct(article, { kind: 'reject', statement: 's1' }, 'ana')
    expect(await its.store.search({ limit: 9 })).toMatchObject({ total: 0 })
    expect(await its.problems()).toEqual([])
  })

  test('what is taken back is a record too, and can be taken back', async () => {
    const { article } = await its.save()
    const { id } = (await its.store.correct(article, DENIES, 'ana')).correction
    const undo = (await its.store.undo(id, 'ben')).correction
    expect(await acts(article)).toEqual(['assert'])
    await expect(its.store.undo(id, 'ben')).rejects.toMatchObject({ code: 'correction-unfit' })
    await its.store.undo(undo.id, 'ana')
    expect(await acts(article)).toEqual(['deny'])
    const entries = await its.store.corrections()
    expect(entries.map(({ by, state }) => `${by} ${state}`)).toEqual([
      'ana applied',
      'ben undone',
      'ana applied',
    ])
    expect(await its.problems()).toEqual([])
  })

  test('a newer reading is kept beside the older one, and the person’s word stands over both', async () => {
    const { article } = await its.save()
    await its.store.correct(article, DENIES, 'ana')
    const { ledger } = invented()
    const newer: Ledger = { ...ledger, engine: { ...ledger.engine, version: '0.2.0' } }
    newer.statements[0]!.cue.act = 'warn'
    expect(await its.store.reread(article, newer)).toBe('kept')
    expect(await its.store.reread(article, newer)).toBe('same')
    const elsewhere = { ...newer, engine: { ...newer.engine, runtime: 'onnxruntime-web 1.27.0' } }
    expect(await its.store.reread(article, elsewhere)).toBe('same')
    expect(await acts(article)).toEqual(['deny'])
    expect((await its.store.reading(article))?.disagreements).toMatchObject([
      { statement: 's1', why: 'act: the reading has warn.' },
    ])
    const kept = await its.store.ledgers(article)
    expect(kept.map(({ engine }) => engine.version)).toEqual(['0.1.0', '0.2.0'])
    expect(await its.store.ledgerById(kept[0]!.id)).toEqual(invented().ledger)
    expect(await its.problems()).toEqual([])
  })

  test('a ledger of another text is not taken for a newer reading', async () => {
    const { article } = await its.save()
    const { ledger } = invented({ what: 'the dam leaked' })
    await expect(its.store.reread(article, ledger)).rejects.toMatchObject({
      code: 'ledger-unsound',
    })
  })

  test('a changed page takes the corrections with it, and lists those that no longer fit', async () => {
    const long = 'the northern lock held through the night'
    const first = await its.save({ address: PAGE, what: long })
    await its.store.correct(first.article, DENIES, 'ana')
    const second = await its.save({ address: PAGE, what: `${long} and the next day` })
    const third = await its.save({ address: PAGE, who: 'Bo Lind', cue: 'added', what: 'nothing' })
    expect(await acts(second.article)).toEqual(['deny'])
    expect(await acts(third.article)).toEqual(['assert'])
    expect(await its.store.corrections(third.article)).toMatchObject([{ state: 'misfit' }])
    expect(await its.store.search({ act: ['deny'], limit: 9 })).toMatchObject({ total: 2 })
    expect(await its.problems()).toEqual([])
    await its.store.forget(first.article)
    expect(await acts(second.article)).toEqual(['assert'])
    expect(await its.store.corrections()).toEqual([])
    expect(await its.problems()).toEqual([])
  })

  test.each<[string, Change | string, string]>([
    ['a statement that is not there', { kind: 'accept', statement: 's9' }, 'correction-unfit'],
    ['a correction that is not there', 'c99', 'correction-unknown'],
    ['what is no id', 'x', 'correction-unknown'],
  ])('refuses %s by name', async (_what, change, code) => {
    const { article } = await its.save()
    const asked =
      typeof change === 'string'
        ? its.store.undo(change, 'ana')
        : its.store.correct(article, change, 'ana')
    await expect(asked).rejects.toMatchObject({ code })
    expect(await its.store.corrections()).toEqual([])
  })

  test('an article that is not there is named', async () => {
    const asked = its.store.correct('0'.repeat(64), DENIES, 'ana')
    await expect(asked).rejects.toMatchObject({ code: 'article-unknown' })
  })
})
