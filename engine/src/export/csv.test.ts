import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryLedger } from '../../../tests/arbitrary-ledger.js'
import type { Ledger } from '../record/index.js'
import { csv, csvRows } from './csv.js'
import ferry from './fixtures/ferry.json'

const ledger = ferry as Ledger

/** Reads CSV by RFC 4180 to the letter. */
function parse(text: string): string[][] {
  const cells = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy
  const rows: string[][] = [[]]
  let read = 0
  for (const [all, quoted, plain, end] of text.matchAll(cells)) {
    read += all.length
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === '\r\n') rows.push([])
  }
  expect(read).toBe(text.length)
  expect(rows.pop()).toEqual([])
  return rows
}

function records(of: Ledger): Record<string, string>[] {
  const [header = [], ...rows] = parse(csv(of))
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
    cue: 'citing',
    act: 'assert',
    negated: 'false',
    content: 'the city had agreed to raise wages by 8 percent',
    quotation: 'indirect',
    channel: '',
    said: '',
    voice: 'attributed',
    confidence: '0.41',
    start: '199',
    end: '282',
  })
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
  expect(parse(csv(ledger) + csvRows(ledger))).toHaveLength(13)
})

test('every ledger makes a table of as many columns in every row', () => {
  fc.assert(
    fc.property(arbitraryLedger, (any) => {
      const rows = parse(csv(any))
      expect(rows).toHaveLength(any.statements.length + 1)
      for (const row of rows) expect(row).toHaveLength(rows[0]?.length ?? 0)
    }),
  )
})
