import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryLedger } from '../../../tests/arbitrary-ledger.js'
import { parseCsv } from '../../../tests/parse-csv.js'
import type { Ledger } from '../record/index.js'
import { csv, csvRows } from './csv.js'
import ferry from './fixtures/ferry.json'
import quarry from './fixtures/quarry.json'

const ledger = ferry as Ledger

function records(of: Ledger): Record<string, string>[] {
  const [header = [], ...rows] = parseCsv(csv(of))
  return rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ''])))
}

test('a relayed statement names its chain, its parent and its actor', () => {
  expect(records(ledger)[3]).toEqual({
    origin: 'ferry.txt',
    outlet: 'Cabo Wire',
    title: 'Ferry workers end strike in Port Amaro',
    published: '2031-05-06',
    statement: 's4',
    parent: 's3',
    chain: 'two officials > The Amaro Herald > Cabo Wire',
    remove: '2',
    source: 'two officials',
    actor: 'two officials',
    kind: 'unnamed-person',
    actor_title: '',
    justification: '',
    cue: 'citing',
    act: 'assert',
    negated: 'false',
    content: 'the city had agreed to raise wages by 8 percent',
    quotation: 'indirect',
    channel: '',
    channel_actor: '',
    addressee: '',
    addressee_actor: '',
    said: '',
    said_date: '',
    places: '',
    times: '',
    quantities: '8 percent',
    wording: '',
    voice: 'attributed',
    confidence: '0.41',
    certainty: 'check this',
    doubts: 'who',
    start: '199',
    end: '282',
    not_read: '',
  })
})

test('who a source is, what was found in its words and where they went have columns of their own', () => {
  const [s1, , s3, , , s6, s7] = records(quarry as Ledger)
  expect(s1).toMatchObject({
    actor_title: 'mayor of Vell Marin',
    justification: 'who was woken by the slide',
  })
  expect(s3).toMatchObject({
    said: 'on 9 May',
    said_date: '2031-05-09',
    places: 'Monte Vell',
    times: '2031-03',
    quantities: 'at least 3 metres',
    wording: 'butchered slopes of Monte Vell',
  })
  expect(s6).toMatchObject({ actor: 'safety audit and two inspectors', wording: 'so-called' })
  expect(s7).toMatchObject({
    chain: 'spokesperson for Norrvik Stone > Radio Marin > Cabo Wire',
    channel: 'Radio Marin',
    channel_actor: 'Radio Marin',
    times: 'P6W',
  })
})

test('values of one kind share a cell, each once', () => {
  const [monte] = quarry.places
  const content = [{ ...quarry.places[0], start: 0, end: 400, text: '' }]
  const [first] = quarry.statements as Ledger['statements']
  if (!first || !monte) throw new Error('the fixture lost its places')
  const wide = { ...quarry, statements: [{ ...first, content }] } as unknown as Ledger
  expect(records(wide)[0]?.['places']).toBe('Vell Marin; Monte Vell')
})

test('an agentless statement leaves its source empty and joins its fragments', () => {
  expect(records(ledger)[5]).toMatchObject({
    source: '',
    actor: '',
    kind: '',
    remove: '',
    chain: 'Cabo Wire',
    voice: 'agentless',
    content: 'The deal was … struck at night',
  })
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' =1', '＝1'])('%j is no formula', (title) => {
  const hostile = { ...ledger, article: { ...ledger.article, title } }
  expect(records(hostile)[0]?.['title']).toBe(`'${title}`)
})

test('several ledgers make one table with one header', () => {
  expect(csv(ledger) + csvRows(ledger)).toMatch(/^origin,.*/)
  expect(parseCsv(csv(ledger) + csvRows(ledger))).toHaveLength(13)
})

test('every ledger makes a table of as many columns in every row', () => {
  fc.assert(
    fc.property(arbitraryLedger, (any) => {
      const rows = parseCsv(csv(any))
      expect(rows).toHaveLength(any.statements.length + 1)
      for (const row of rows) expect(row).toHaveLength(rows[0]?.length ?? 0)
    }),
  )
})
