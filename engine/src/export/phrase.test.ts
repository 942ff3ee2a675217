import { expect, test } from 'vitest'
import type { Ledger, Statement } from '../record/index.js'
import { readableDate, shortDate } from './date.js'
import ferry from './fixtures/ferry.json'
import {
  certaintyPhrase,
  chainNames,
  relayPhrase,
  removePhrase,
  speakerName,
  unreadPhrase,
  unsurePhrase,
} from './phrase.js'

const ledger = ferry as Ledger
const [s1, , , s4, , s6] = ledger.statements as [Statement, ...Statement[]]

test('several who share one cue are named together', () => {
  const { source } = s1
  const shared = { ...s1, source: source && { ...source, actors: ['a1', 'a2', 'a4'] } }
  expect(speakerName(ledger, shared)).toBe('The port union, Ines Okafor and The Amaro Herald')
})

test('nobody named is null, not a name', () => {
  expect(speakerName(ledger, s6 as Statement)).toBeNull()
})

test('the chain ends at the outlet, named or not', () => {
  expect(chainNames(ledger, s4 as Statement).at(-1)).toBe('Cabo Wire')
  const unsigned = { ...ledger, article: { ...ledger.article, outlet: null } }
  expect(chainNames(unsigned, s4 as Statement).at(-1)).toBe('this article')
})

test('who passes the words on is named', () => {
  expect(relayPhrase(ledger, s1)).toBeNull()
  expect(relayPhrase(ledger, s4 as Statement)).toBe('The Amaro Herald')
})

test('removes are told from two on', () => {
  expect(removePhrase(s1)).toBeNull()
  expect(removePhrase(s4 as Statement)).toBe('2 removes')
})

test.each([
  ['2017-12-08', '8 December 2017', '8 Dec 2017'],
  ['2017-12-28T06:00:00Z', '28 December 2017', '28 Dec 2017'],
  ['2017-05', 'May 2017', 'May 2017'],
  ['2017-09', 'September 2017', 'Sep 2017'],
  ['2017-99-01', '2017-99-01', '2017-99-01'],
  ['last spring', 'last spring', 'last spring'],
])('%s reads %s', (iso, long, short) => {
  expect(readableDate(iso)).toBe(long)
  expect(shortDate(iso)).toBe(short)
})

test.each([
  [0.95, [], 'sure', null],
  [0.9, [], 'sure', null],
  [0.89, ['who'], 'likely: who it is', null],
  [0.6, ['act'], 'likely: what it does', null],
  [0.59, ['span'], 'check this: the words', 'check this: the words'],
  [0.2, undefined, 'check this', 'check this'],
] as const)('confidence %f with %j in doubt is %s', (confidence, doubts, phrase, unsure) => {
  const line = { ...s1, confidence, ...(doubts && { doubts: [...doubts] }) }
  expect(certaintyPhrase(line)).toBe(phrase)
  expect(unsurePhrase(line)).toBe(unsure)
})

test('neither of two is not both', () => {
  const { source } = s1
  const shared = { ...s1, source: source && { ...source, text: 'Neither', actors: ['a1', 'a2'] } }
  expect(speakerName(ledger, shared)).toBe('Neither The port union nor Ines Okafor')
})

test('what was not read says so', () => {
  expect(unreadPhrase(ledger)).toBeNull()
  const note = { code: 'not-read', message: 'This text is in German.' }
  expect(unreadPhrase({ notes: [note] })).toBe('This text is in German.')
})
