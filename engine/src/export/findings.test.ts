import { expect, test } from 'vitest'
import type { Ledger } from '../record/index.js'
import quarry from './fixtures/quarry.json'
import { findings, timePhrase } from './findings.js'

const meanings = (of: Ledger) => findings(of).map(({ text, meaning }) => `${text}: ${meaning}`)

test('what was found stands in text order, with what it comes to', () => {
  expect(meanings(quarry as Ledger).slice(1)).toEqual([
    'Vell Marin: Vell Marin, CH · 46.1, 9.4',
    'Friday: 9 May 2031',
    'about 40 minutes: about 40 minutes',
    '9 May: 9 May 2031',
    'butchered slopes of Monte Vell: loaded · loaded-butchered',
    'Monte Vell: Monte Vell · 46.2, 9.3',
    'at least 3 metres: at least 3 metres',
    'March: March 2031',
    'so-called: distancing · distancing-so-called',
    'six weeks: 6 weeks',
    'apparently: hedge · hedge-apparently',
    'Vell Marin: Vell Marin, CH · 46.1, 9.4',
  ])
})

test.each([
  ['2031-05-09T14:00', '9 May 2031, 14:00'],
  ['2031-05', 'May 2031'],
  ['2031', '2031'],
  ['P1D', '1 day'],
  ['PT30M', '30 minutes'],
  ['P6M', '6 months'],
  ['XXXX-WXX-1', 'XXXX-WXX-1'],
  [null, 'not resolved'],
])('a time of %s is %s', (value, phrase) => {
  expect(timePhrase({ value })).toBe(phrase)
})

test('a great number is grouped, a bound said in words', () => {
  const [first] = quarry.quantities as Ledger['quantities']
  if (!first) throw new Error('the fixture lost its quantities')
  const crowd = { ...first, text: 'crowd', value: 1250000, unit: null, bound: '<=' as const }
  const ledger = { ...quarry, places: [], times: [], wording: [], quantities: [crowd] }
  expect(meanings(ledger as Ledger)).toEqual(['crowd: at most about 1,250,000'])
})
