import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { civil, dayNumber, formatPeriod, isDay, parsePublished, periodOf } from './period.js'

it.each([
  ['day', 0, '2017-12-31'],
  ['day', 1, '2018-01-01'],
  ['week', 0, '2017-W52'],
  ['week', 1, '2018-W01'],
  ['weekend', 0, '2017-W52-WE'],
  ['month', -1, '2017-11'],
  ['month', 2, '2018-02'],
  ['quarter', 0, '2017-Q4'],
  ['quarter', 1, '2018-Q1'],
  ['half', 0, '2017-H2'],
  ['season', 0, '2017-WI'],
  ['season', -1, '2017-FA'],
  ['year', -1, '2016'],
  ['year', -2497, 'BC0481'],
  ['decade', 0, '201'],
  ['decade', -2, '199'],
  ['century', -1, '19'],
] as const)('%s %i from New Year’s Eve 2017 is %s', (unit, steps, value) =>
  expect(formatPeriod(periodOf(unit, dayNumber(2017, 12, 31), steps))).toBe(value),
)

it('counts days as Date does, and back', () =>
  fc.assert(
    fc.property(fc.integer({ min: -3_000_000, max: 3_000_000 }), (days) => {
      const { year, month, day } = civil(days)
      const date = new Date(days * 86_400_000)
      expect([year, month - 1, day]).toEqual([
        date.getUTCFullYear(),
        date.getUTCMonth(),
        date.getUTCDate(),
      ])
      expect(dayNumber(year, month, day)).toBe(days)
    }),
  ))

describe('isDay', () => {
  it.each([
    [2024, 2, 29, true],
    [2023, 2, 29, false],
    [1900, 2, 29, false],
    [2023, 13, 1, false],
    [2023, 4, 31, false],
  ])('%i-%i-%i: %s', (year, month, day, real) => expect(isDay(year, month, day)).toBe(real))
})

it.each([
  ['2017-12-28', 'day'],
  ['2017-12-28T10:00:00Z', 'day'],
  ['2017-12', 'month'],
  ['2017', 'year'],
  ['28 December 2017', undefined],
  ['2017-13-01', undefined],
  ['03-02-2009', undefined],
  ['', undefined],
  [null, undefined],
])('published %s is known to the %s', (published, unit) =>
  expect(parsePublished(published)?.unit).toBe(unit),
)
