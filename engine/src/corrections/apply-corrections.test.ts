import { expect, it } from 'vitest'
import { checkLedger, textSpan, type Act, type Ledger, type Statement } from '../record/index.js'
import {
  anchorChange,
  applyCorrections,
  trainingRow,
  type Change,
  type Correction,
} from './index.js'

const TEXT = [
  'The Herald reported that Ana Ruiz, the mayor, said the northern lock would stay shut.',
  'Pilots reportedly knew.',
  'The city has money.',
].join(' ')

const at = (words: string, text = TEXT) => {
  const start = text.indexOf(words)
  expect(start, words).toBeGreaterThanOrEqual(0)
  return textSpan(text, start, start + words.length)
}

interface Said {
  who: [id: string, words: string] | null
  cue: string
  act?: Act
  what: string
  parent?: string
  chain: string[]
}

function statement(
  id: string,
  { who, cue, act = 'assert', what, parent, chain }: Said,
  text: string,
): Statement {
  return {
    ...{ id, parent: parent ?? null, chain, remove: who ? chain.length - 1 : null },
    source: who && { ...at(who[1], text), actor: who[0], actors: [who[0]] },
    cue: { ...at(cue, text), act, negated: false },
    content: [at(what, text)],
    ...{ quotation: 'indirect', channel: null, said: null, confidence: 0.8 },
  }
}

const HERALD = {
  who: ['a1', 'The Herald'],
  cue: 'reported',
  act: 'report',
  what: 'Ana Ruiz, the mayor, said the northern lock would stay shut',
  chain: ['a1', 'a0'],
} as const
const RUIZ = {
  who: ['a2', 'Ana Ruiz, the mayor'],
  cue: 'said',
  what: 'the northern lock would stay shut',
  parent: 's1',
  chain: ['a2', 'a1', 'a0'],
} as const
const PILOTS = { who: null, cue: 'reportedly', what: 'knew', chain: ['a0'] } as const

/** A reading of the text: who says what in it. */
function reading(said: readonly Said[] = [HERALD, RUIZ, PILOTS] as never, text = TEXT): Ledger {
  const hash = `sha256:${'1'.repeat(64)}`
  const none = { title: null, justification: null }
  const ledger: Ledger = {
    contract: 1,
    engine: { version: '0.1.0', reader: 'default', model: null },
    article: {
      ...{ id: hash, origin: 'lock.txt', bytes: hash, title: null, byline: null, outlet: null },
      ...{ published: null, language: 'en', text },
    },
    sentences: [
      {
        ...at(
          'The Herald reported that Ana Ruiz, the mayor, said the northern lock would stay shut.',
          text,
        ),
        voice: 'attributed',
      },
      { ...at('Pilots reportedly knew.', text), voice: 'agentless' },
      { ...at('The city has money.', text), voice: 'own' },
    ].map(({ start, end, voice }) => ({ start, end, voice: voice as 'own' })),
    statements: said.map((each, i) => statement(`s${i + 1}`, each, text)),
    actors: [
      { id: 'a1', name: 'Herald', kind: 'outlet', ...none, mentions: [at('The Herald', text)] },
      {
        id: 'a2',
        name: 'Ana Ruiz',
        kind: 'person',
        title: 'the mayor',
        justification: null,
        mentions: [at('Ana Ruiz, the mayor', text)],
      },
      { id: 'a3', name: 'Pilots', kind: 'unnamed-group', ...none, mentions: [at('Pilots', text)] },
    ],
    ...{ places: [], times: [], quantities: [], wording: [], notes: [] },
  }
  expect(checkLedger(ledger)).toEqual([])
  return ledger
}

/** What a person does to the reading, one change after another. */
function corrections(changes: readonly Change[], ledger = reading()): Correction[] {
  const made: Correction[] = []
  for (const change of changes) {
    const now = applyCorrections(ledger, made).ledger
    const id = `c${made.length + 1}`
    made.push({
      id,
      article: 'x',
      at: '2031-05-06T10:00:00Z',
      by: 'ana',
      change: anchorChange(now, change),
    })
  }
  return made
}

function corrected(...changes: Change[]) {
  const made = applyCorrections(reading(), corrections(changes))
  expect(checkLedger(made.ledger)).toEqual([])
  return made
}

it('what is accepted is sure, and says who has touched it', () => {
  const { ledger, applied } = corrected({ kind: 'accept', statement: 's2' })
  expect(ledger.statements[1]).toMatchObject({ confidence: 1, corrected: ['c1'] })
  expect(ledger.statements[0]).toEqual(reading().statements[0])
  expect(applied).toEqual([{ correction: 'c1', statement: 's2' }])
})

it('whom a rejected statement relayed is one remove nearer', () => {
  const { ledger } = corrected({ kind: 'reject', statement: 's1' })
  expect(ledger.statements.map(({ id }) => id)).toEqual(['s2', 's3'])
  expect(ledger.statements[0]).toMatchObject({ parent: null, chain: ['a2', 'a0'], remove: 1 })
})

it('a sentence whose only statement is rejected is the outlet’s own', () => {
  const { ledger } = corrected({ kind: 'reject', statement: 's3' })
  expect(ledger.sentences.map(({ voice }) => voice)).toEqual(['attributed', 'own', 'own'])
})

it('a sentence that nobody answered for is attributed once somebody is named', () => {
  const { ledger } = corrected({ kind: 'revise', statement: 's3', source: at('Pilots') })
  expect(ledger.statements[2]).toMatchObject({
    source: { actor: 'a3' },
    chain: ['a3', 'a0'],
    remove: 1,
  })
  expect(ledger.sentences[1]?.voice).toBe('attributed')
})

it('an added statement stands where its words do, and takes in what stands in its content', () => {
  const { ledger } = corrected(
    { kind: 'reject', statement: 's1' },
    {
      kind: 'add',
      cue: at('reported'),
      source: at('The Herald'),
      content: [at(HERALD.what)],
      act: 'report',
    },
  )
  expect(ledger.statements.map(({ id, parent }) => [id, parent])).toEqual([
    ['s4', null],
    ['s2', 's4'],
    ['s3', null],
  ])
  expect(ledger.statements[1]).toMatchObject({ chain: ['a2', 'a1', 'a0'] })
})

it('a source whose end is moved stays who it was; one that is elsewhere is who is named there', () => {
  const moved = corrected({ kind: 'revise', statement: 's2', source: at('Ana Ruiz') })
  expect(moved.ledger.statements[1]?.source).toEqual({
    ...at('Ana Ruiz'),
    actor: 'a2',
    actors: ['a2'],
  })
  expect(moved.ledger.actors[1]?.mentions).toEqual([at('Ana Ruiz')])
  const other = corrected({ kind: 'revise', statement: 's2', source: at('The Herald') })
  expect(other.ledger.statements[1]).toMatchObject({ source: { actor: 'a1' }, chain: ['a1', 'a0'] })
})

it('an actor by a new name is added', () => {
  const actor = { name: 'Harbour pilots', kind: 'unnamed-group' } as const
  const { ledger } = corrected({ kind: 'revise', statement: 's3', source: at('Pilots'), actor })
  expect(ledger.actors.at(-1)).toMatchObject({ id: 'a4', ...actor, mentions: [at('Pilots')] })
  expect(ledger.statements[2]?.chain).toEqual(['a4', 'a0'])
})

it('an undone correction leaves no trace, and an undone undoing brings it back', () => {
  const changes: Change[] = [
    { kind: 'revise', statement: 's2', act: 'deny' },
    { kind: 'undo', correction: 'c1' },
  ]
  expect(corrected(...changes).ledger).toEqual(reading())
  const { ledger } = corrected(...changes, { kind: 'undo', correction: 'c2' })
  expect(ledger.statements[1]?.cue.act).toBe('deny')
})

it('what speaks of an addition that was undone no longer fits', () => {
  const { misfits } = corrected(
    { kind: 'add', cue: at('has'), source: null, content: [at('money')], act: 'assert' },
    { kind: 'revise', statement: 's4', act: 'believe' },
    { kind: 'undo', correction: 'c1' },
  )
  expect(misfits).toEqual([{ correction: 'c2', why: expect.stringContaining('c1') }])
})

it.each<[string, Change, RegExp]>([
  ['an unknown statement', { kind: 'accept', statement: 's9' }, /no statement s9/],
  [
    'a span outside the text',
    { kind: 'revise', statement: 's1', cue: { start: 5, end: 999 } },
    /\[5, 999\)/,
  ],
  [
    'a span of white space',
    { kind: 'revise', statement: 's1', cue: { start: 3, end: 4 } },
    /no word/,
  ],
  [
    'a parent that stands in it',
    { kind: 'revise', statement: 's1', parent: 's2' },
    /s2 stands in s1/,
  ],
  [
    'a parent that is none',
    { kind: 'revise', statement: 's1', parent: 's9' },
    /s9 is no statement/,
  ],
  ['the cue of another', { kind: 'revise', statement: 's1', cue: at('said') }, /cue of s2/],
  [
    'an actor without a source',
    { kind: 'revise', statement: 's3', actor: 'a3' },
    /Give the source/,
  ],
  ['an unknown actor', { kind: 'revise', statement: 's1', actor: 'a9' }, /a9/],
  ['an unknown act', { kind: 'revise', statement: 's1', act: 'sing' as Act }, /sing/],
  ['no words', { kind: 'revise', statement: 's1', content: [] }, /empty/],
  ['nothing', { kind: 'revise', statement: 's1' }, /Nothing of s1/],
  [
    'a statement that is there',
    { kind: 'add', cue: at('said'), source: null, content: [at('knew')], act: 'assert' },
    /cue of s2/,
  ],
])('refuses %s by name', (_what, change, why) => {
  expect(() => anchorChange(reading(), change)).toThrow(why)
})

const NEWER = `Rain fell for a week before anybody spoke.\n\n${TEXT}`

it('corrections fit a page that paragraphs were added to', () => {
  const kept = corrections([
    { kind: 'revise', statement: 's2', source: at('Ana Ruiz'), act: 'promise' },
    { kind: 'reject', statement: 's3' },
  ])
  const { ledger, misfits, disagreements } = applyCorrections(reading(undefined, NEWER), kept)
  expect(misfits).toEqual([])
  expect(disagreements).toEqual([])
  expect(checkLedger(ledger)).toEqual([])
  expect(ledger.statements).toHaveLength(2)
  expect(ledger.statements[1]).toMatchObject({
    source: { text: 'Ana Ruiz' },
    cue: { act: 'promise' },
  })
})

it('corrections of words that are gone are listed with the words and where they were', () => {
  const kept = corrections([
    { kind: 'revise', statement: 's3', content: [at('knew')], act: 'believe' },
  ])
  const text = TEXT.replace('Pilots reportedly knew.', 'Nothing more is known.')
  const gone = {
    ...reading([HERALD, RUIZ] as never, TEXT),
    article: { ...reading().article, text },
  }
  const { misfits } = applyCorrections(gone, kept)
  expect(misfits).toEqual([
    { correction: 'c1', why: expect.stringMatching(/“reportedly”, once at offset 93/) },
  ])
})

it('what a newer reading leaves out stays, and that it disagrees is said', () => {
  const kept = corrections([{ kind: 'accept', statement: 's2' }])
  const { ledger, disagreements } = applyCorrections(reading([HERALD, PILOTS] as never), kept)
  expect(checkLedger(ledger)).toEqual([])
  expect(ledger.statements[1]).toMatchObject({ id: 's3', parent: 's1', source: { actor: 'a2' } })
  expect(disagreements).toEqual([
    { statement: 's3', correction: 'c1', why: expect.stringContaining('no such statement') },
  ])
})

it('a newer reading disagrees where it says something new, not where it repeats what was corrected', () => {
  const kept = corrections([{ kind: 'revise', statement: 's2', act: 'promise' }])
  expect(applyCorrections(reading(), kept).disagreements).toEqual([])
  const warns = reading([HERALD, { ...RUIZ, act: 'warn' }, PILOTS] as never)
  const { ledger, disagreements } = applyCorrections(warns, kept)
  expect(ledger.statements[1]?.cue.act).toBe('promise')
  expect(disagreements).toEqual([
    { statement: 's2', correction: 'c1', why: 'act: the reading has warn.' },
  ])
})

it('a corrected article is a row to train on, counted in code points', () => {
  const text = `👩‍🚒 ${TEXT}`
  const ledger = reading(undefined, text)
  const kept = corrections(
    [
      { kind: 'reject', statement: 's3' },
      { kind: 'accept', statement: 's2' },
    ],
    ledger,
  )
  const row = trainingRow(applyCorrections(ledger, kept).ledger, kept)
  const points = Array.from(text)
  const slice = ({ start, end }: { start: number; end: number }) =>
    points.slice(start, end).join('')
  const [herald, ruiz] = row.statements as { source: never; cue: never; content: never[] }[]
  expect(slice(ruiz!.cue)).toBe('said')
  expect(slice(ruiz!.content[0]!)).toBe(RUIZ.what)
  expect(herald).toMatchObject({ source_kind: 'outlet', actor: 'Herald', corrected: false })
  expect(ruiz).toMatchObject({ parent: 's1', sentence: 1, actor_id: 'a2', corrected: true })
  expect(row.actors[1]).toMatchObject({ title: { text: 'the mayor' }, justification: [] })
  expect(row.rejected.map(slice)).toEqual(['reportedly'])
  expect(row.complete).toBe(false)
})
