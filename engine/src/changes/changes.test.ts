import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import tanker from '../../../examples/strait-tanker.ledger.json' with { type: 'json' }
import type { Ledger } from '../record/index.js'
import { CHANGE_KINDS, type Change, type ChangeKind } from './change.js'
import { changeSentence, compareVersions } from './index.js'
import { marked } from './fixtures/marked.js'

const DAM = '[Ana Ruiz] {said} <the dam at Torvik held all night>.'
const told = ({ kind, before, after }: Change) => [kind, before?.text ?? null, after?.text ?? null]
const changes = (before: string, after: string) =>
  compareVersions(marked([before]), marked([after])).changes.map(told)

describe('each kind of change', () => {
  it.each<[ChangeKind, string, string, string | null, string | null]>([
    [
      'statement-reworded',
      DAM,
      '[Ana Ruiz] {said} <the dam at Torvik broke in the night>.',
      'the dam at Torvik held all night',
      'the dam at Torvik broke in the night',
    ],
    [
      'source-swapped',
      DAM,
      '[Two officials] {said} <the dam at Torvik held all night>.',
      'Ana Ruiz',
      'Two officials',
    ],
    [
      'source-dropped',
      DAM,
      'It was {said} <the dam at Torvik held all night>.',
      'Ana Ruiz',
      'the dam at Torvik held all night',
    ],
    [
      'source-named',
      'It was {said} <the dam at Torvik held all night>.',
      DAM,
      'the dam at Torvik held all night',
      'Ana Ruiz',
    ],
    ['act', DAM, '[Ana Ruiz] {confirmed} <the dam at Torvik held all night>.', 'said', 'confirmed'],
    ['cue', DAM, '[Ana Ruiz] {claimed} <the dam at Torvik held all night>.', 'said', 'claimed'],
    [
      'negation',
      '[Ana Ruiz] {confirmed} <the dam held all night>.',
      '[Ana Ruiz] {did not confirm} <the dam held all night>.',
      'confirmed',
      'did not confirm',
    ],
    [
      'quotation',
      DAM,
      '[Ana Ruiz] {said} <“the dam at Torvik held all night”>.',
      'the dam at Torvik held all night',
      '“the dam at Torvik held all night”',
    ],
    [
      'number',
      '[Ana Ruiz] {said} <23 sailors were safe>.',
      '[Ana Ruiz] {said} <32 sailors were safe>.',
      '23 sailors',
      '32 sailors',
    ],
    [
      'number',
      'The bridge of 1914 will be rebuilt by the town.',
      'The bridge of 1941 will be rebuilt by the town.',
      '1914',
      '1941',
    ],
    [
      'hedge-dropped',
      'The bridge ~apparently~ fell at dawn on Monday.',
      'The bridge fell at dawn on Monday.',
      'apparently',
      'The bridge fell at dawn on Monday.',
    ],
    [
      'hedge-added',
      'The bridge fell at dawn on Monday.',
      'The bridge ~apparently~ fell at dawn on Monday.',
      'The bridge fell at dawn on Monday.',
      'apparently',
    ],
    [
      'hedge-dropped',
      '<The tanker was> {reportedly} <carrying oil to Torvik>.',
      'The tanker was carrying oil to Torvik.',
      'reportedly',
      'The tanker was carrying oil to Torvik.',
    ],
    [
      'attribution-dropped',
      DAM,
      'The dam at Torvik held all night.',
      'Ana Ruiz said the dam at Torvik held all night.',
      'The dam at Torvik held all night.',
    ],
    [
      'attribution-added',
      'The dam at Torvik held all night.',
      DAM,
      'The dam at Torvik held all night.',
      'Ana Ruiz said the dam at Torvik held all night.',
    ],
    [
      'sentence-changed',
      'Snow fell on the hills of Torvik.',
      'Rain fell on the hills of Torvik.',
      'Snow fell on the hills of Torvik.',
      'Rain fell on the hills of Torvik.',
    ],
  ])('%s', (kind, before, after, was, is) =>
    expect(changes(before, after)).toEqual([[kind, was, is]]),
  )

  test.each([
    [[DAM], [DAM, '[Ines Okafor] {denied} <a leak>.'], 'statement-added', null, 'a leak'],
    [[DAM, '[Ines Okafor] {denied} <a leak>.'], [DAM], 'statement-removed', 'a leak', null],
    [[DAM], [DAM, 'Ferries run again.'], 'sentence-added', null, 'Ferries run again.'],
    [['Ferries run again.', DAM], [DAM], 'sentence-removed', 'Ferries run again.', null],
  ])('%j becomes %j', (before, after, kind, was, is) =>
    expect(compareVersions(marked(before), marked(after)).changes.map(told)).toEqual([
      [kind, was, is],
    ]),
  )

  it.each([
    ['headline', { title: 'Dam holds' }, { title: 'Dam breaks' }],
    ['byline', { byline: 'By Ana Ruiz' }, { byline: null }],
    ['published', { published: '2031-05-06' }, { published: '2031-05-08' }],
  ] as const)('%s', (kind, before, after) => {
    const found = compareVersions(marked([DAM], before), marked([DAM], after)).changes
    expect(found.map((change) => change.kind)).toEqual([kind])
  })
})

describe('nothing is made of', () => {
  it.each([
    [
      'other quotation marks and capitals',
      '[Ana Ruiz] {said} <“the dam’s safe”>.',
      "[Ana Ruiz] {said} <“The dam's safe”>.",
    ],
    ['a fuller name', '[Ruiz] {said} <the dam held>.', '[Ana Ruiz] {said} <the dam held>.'],
  ])('%s', (_, before, after) => {
    const kinds = changes(before, after).map(([kind]) => kind)
    expect(kinds.filter((kind) => kind !== 'sentence-changed')).toEqual([])
  })
  it('another order of the sentences', () => {
    const [a, b] = [DAM, 'Ferries run again.']
    expect(compareVersions(marked([a, b]), marked([b, a])).changes).toEqual([])
  })
})

it('several changes of one statement are all told, in order, and counted once', () => {
  const { statements, changes } = compareVersions(
    marked([DAM, '[Ana Ruiz] {said} <23 sailors were safe>.']),
    marked([DAM, '[Two officials] {confirmed} <32 sailors were safe>.']),
  )
  expect(changes.map(({ kind }) => kind)).toEqual(['source-swapped', 'act', 'number'])
  expect(statements).toEqual({ stayed: 1, changed: 1, added: 0, removed: 0 })
})

it('spans and edits lie where the words are', () => {
  const [before, after] = [
    marked([DAM]),
    marked(['[Ana Ruiz] {said} <the old dam at Torvik broke>.']),
  ]
  const [change] = compareVersions(before, after).changes
  const words = (ledger: Ledger, span?: { start: number; end: number } | null) =>
    ledger.article.text.slice(span?.start, span?.end)
  expect(words(before, change?.before?.span)).toBe(change?.before?.text)
  expect(words(after, change?.after?.span)).toBe(change?.after?.text)
  expect(
    change?.edits.map((edit) => [words(before, edit.before), words(after, edit.after)]),
  ).toEqual([
    ['', 'old'],
    ['held all night', 'broke'],
  ])
})

it('every kind has its sentence', () => {
  const side = { text: 'words', span: null, statement: null, who: null }
  for (const kind of CHANGE_KINDS)
    expect(changeSentence({ kind, before: side, after: side, edits: [] })).toMatch(/^\p{Lu}.*\.$/u)
  expect(
    changeSentence({
      kind: 'published',
      before: { ...side, text: '2031-05-06' },
      after: null,
      edits: [],
    }),
  ).toBe('The date of publication is gone: “6 May 2031”.')
})

describe('properties', () => {
  const line = fc.constantFrom(
    DAM,
    'Ferries run again.',
    '[Ines Okafor] {denied} <a leak of 40 barrels>.',
    'The bridge ~apparently~ fell at dawn.',
    '<The tanker was> {reportedly} <carrying oil>.',
    '[Two officials] {warned} <of floods at Torvik>.',
    'Snow fell on 12 hills.',
  )
  const article = fc.array(line, { minLength: 1, maxLength: 6 })
  const MIRROR: Partial<Record<ChangeKind, ChangeKind>> = {
    'statement-added': 'statement-removed',
    'source-named': 'source-dropped',
    'hedge-added': 'hedge-dropped',
    'attribution-added': 'attribution-dropped',
    'sentence-added': 'sentence-removed',
  }
  it('a ledger compared with itself gives nothing', () => {
    fc.assert(
      fc.property(article, (lines) => {
        expect(compareVersions(marked(lines), marked(lines)).changes).toEqual([])
      }),
    )
    const { changes, statements } = compareVersions(tanker as Ledger, tanker as Ledger)
    expect([changes, statements.stayed]).toEqual([[], tanker.statements.length])
  })
  it('the other way round there is as much of the opposite', () => {
    fc.assert(
      fc.property(article, article, (one, other) => {
        const there = compareVersions(marked(one), marked(other))
        const back = compareVersions(marked(other), marked(one))
        expect(back.statements).toEqual({
          ...there.statements,
          added: there.statements.removed,
          removed: there.statements.added,
        })
        const count = (list: Change[], kind: ChangeKind) =>
          list.filter((change) => change.kind === kind).length
        for (const [kind, opposite] of Object.entries(MIRROR) as [ChangeKind, ChangeKind][])
          expect(count(there.changes, kind)).toBe(count(back.changes, opposite))
      }),
    )
  })
  it('two texts that differ in words differ in something told', () => {
    fc.assert(
      fc.property(article, article, (one, other) => {
        fc.pre([...one].sort().join() !== [...other].sort().join())
        expect(compareVersions(marked(one), marked(other)).changes).not.toEqual([])
      }),
    )
  })
})
