import { expect, test } from 'vitest'
import { numberRange, queryOf } from './search-options.js'
import { isoPeriod } from './option-values.js'

test.each([
  ['100', { min: 100, max: 100 }],
  ['5-10', { min: 5, max: 10 }],
  ['>=1.5', { min: 1.5 }],
  ['<= -2', { max: -2 }],
])('a number as %j', (value, range) => {
  expect(numberRange(value)).toEqual(range)
})

test.each(['many', '>5', '5-', '', '1,000'])('%j is no number to ask for', (value) => {
  expect(() => numberRange(value)).toThrow('Give a number or a range')
})

test('a period is a year, a month or a day that there is', () => {
  expect(['2031', '2031-05', '2031-05-06'].map(isoPeriod)).toEqual([
    '2031',
    '2031-05',
    '2031-05-06',
  ])
  for (const value of ['31', '2031-13', '2031-02-30', 'May'])
    expect(() => isoPeriod(value)).toThrow('Give a year, a month or a day')
})

test('a unit alone asks for any number of it', () => {
  expect(queryOf(['dam', '"held firm"'], { unit: 'km' })).toMatchObject({
    words: 'dam "held firm"',
    number: { unit: 'km' },
  })
})
