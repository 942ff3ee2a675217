import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryLedger } from '../../../tests/arbitrary-ledger.js'
import { checkLedger, type Ledger } from '../record/index.js'
import ferry from './fixtures/ferry.json'
import quarry from './fixtures/quarry.json'
import { sourcing, sourcingRows } from './sourcing.js'
import { parseCsv } from '../../../tests/parse-csv.js'

const ledger = quarry as Ledger
const table = (of: Ledger) => parseCsv(sourcing(of))

test('the fixture keeps the contract', () => {
  expect(checkLedger(ledger)).toEqual([])
})

test('every passage that rests on a source has its row, with who that is and why', () => {
  expect(table(ledger)).toEqual([
    ['statement', 'type', 'name', 'title', 'justification'],
    [
      '“We heard the hill before we saw it,” said Oda Marrin, the mayor of Vell Marin, who was woken by the slide on Friday. “Nobody was told to leave.” The sirens stayed silent for about 40 minutes, she added.',
      'Named Person',
      'Oda Marrin',
      'mayor of Vell Marin',
      'who was woken by the slide',
    ],
    [
      'The Marin Courier, citing two people briefed on the inquiry, reported on 9 May that the butchered slopes of Monte Vell had moved at least 3 metres since March.',
      'Named Organization',
      'The Marin Courier',
      '',
      '',
    ],
    ...[
      ['Document', 'safety audit', '', ''],
      ['Anonymous Source', '', '', ''],
    ].map((source) => [
      'A safety audit and two inspectors, who spoke on condition of anonymity, said the so-called retaining wall was never built.',
      ...source,
    ]),
    [
      'A spokesperson for Norrvik Stone told Radio Marin that the pit would close for six weeks.',
      'Named Organization',
      'Norrvik Stone',
      '',
      '',
    ],
    [
      'Villagers shouted that they would not go back to Vell Marin without a wall.',
      'Unnamed Group of People',
      'Villagers',
      '',
      '',
    ],
  ])
})

test('several ledgers make one table with one header', () => {
  expect(parseCsv(sourcing(ledger) + sourcingRows(ferry as Ledger))).toHaveLength(10)
})

test('a justification that begins like a formula is text', () => {
  const [oda, ...others] = ledger.actors
  if (!oda) throw new Error('the fixture lost its actors')
  const hostile = { ...ledger, actors: [{ ...oda, justification: '=1+1' }, ...others] }
  expect(table(hostile)[1]?.[4]).toBe("'=1+1")
})

test('the bullet of a list is no part of a statement', () => {
  const text = 'Rain\n- “Rain,” Oda said.'
  const [first] = ledger.statements
  if (!first) throw new Error('the fixture lost its statements')
  const content = [{ start: 8, end: 12, text: 'Rain' }]
  const cue = { ...first.cue, start: 19, end: 23, text: 'said' }
  const listed: Ledger = {
    ...ledger,
    article: { ...ledger.article, text },
    sentences: [{ start: 5, end: text.length, voice: 'attributed' }],
    statements: [{ ...first, cue, content }],
  }
  expect(table(listed)[1]?.[0]).toBe('“Rain,” Oda said.')
})

test('every ledger makes a table of five columns whose statements stand in the article', () => {
  fc.assert(
    fc.property(arbitraryLedger, (any) => {
      const [, ...rows] = table(any)
      // As a table writes them: what a terminal would obey is not in it.
      const text = any.article.text
        .replace(/\r\n?/gu, '\n')
        .replace(/(?![\t\n])\p{Cc}|\p{Cs}/gu, '\uFFFD')
      for (const row of rows) {
        expect(row).toHaveLength(5)
        expect(text).toContain(row[0]?.replace(/^'/, ''))
      }
    }),
  )
})
