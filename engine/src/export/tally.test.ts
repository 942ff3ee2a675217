import fc from 'fast-check'
import { expect, test } from 'vitest'
import { arbitraryLedger } from '../../../tests/arbitrary-ledger.js'
import type { Ledger } from '../record/index.js'
import ferry from './fixtures/ferry.json'
import { sourceCounts, voiceShares, wordCount } from './tally.js'

const ledger = ferry as Ledger

test('a voice has the share of its characters', () => {
  expect(voiceShares(ledger)).toEqual([
    { voice: 'attributed', percent: 72 },
    { voice: 'own', percent: 18 },
    { voice: 'agentless', percent: 10 },
  ])
})

test('sources are counted, the most heard first', () => {
  const [s1, s2, ...rest] = ledger.statements
  if (!s1 || !s2) throw new Error('the fixture lost its statements')
  const twice = { ...ledger, statements: [s1, { ...s2, id: 's2b' }, s2, ...rest] }
  expect(sourceCounts(twice).map(({ actor, statements }) => [actor.name, statements])).toEqual([
    ['Ines Okafor', ['s2b', 's2']],
    ['The port union', ['s1']],
    ['The Amaro Herald', ['s3']],
    ['two officials', ['s4']],
    ['The mayor’s office', ['s5']],
  ])
})

test('words are counted as written', () => {
  expect(wordCount(ledger)).toBe(70)
})

test('shares sum to a hundred or there are none', () => {
  fc.assert(
    fc.property(arbitraryLedger, (any) => {
      const shares = voiceShares(any)
      const sum = shares.reduce((total, { percent }) => total + percent, 0)
      expect(sum).toBe(shares.length === 0 ? 0 : 100)
    }),
  )
})
