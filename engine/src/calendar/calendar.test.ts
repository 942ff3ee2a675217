import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenize } from '../text/index.js'
import { loadCalendar } from './calendar.js'
import { timeRows } from './grammar.js'
import { meanings } from './meanings.js'

const calendar = loadCalendar()
const PUBLISHED = '2024-05-15'

/** Times of a text, each `[words] type value`. */
function times(text: string, published: string | null = PUBLISHED): string[] {
  const tokens = tokenize(text, new Set(['sept', 'jan']))
  return calendar.find(tokens, published).map((time) => `[${time.text}] ${time.type} ${time.value}`)
}

const unmarked = (marked: string) => marked.replace(/[[\]]/gu, '')

describe('every row of times.json proves itself', () => {
  it.each(timeRows)('$id', (row) => {
    expect(Object.keys(meanings)).toContain(row.means)
    expect(row.examples.length).toBeGreaterThan(0)
    for (const [marked = '', value] of row.examples) {
      const expression = /\[.*?\]/u.exec(marked)?.[0]
      const found = times(unmarked(marked))
      expect([found, found.includes(`${expression} ${value}`)]).toEqual([found, true])
    }
    for (const text of row.counterexamples ?? []) expect([text, times(text)]).toEqual([text, []])
  })
  it('ids are unique', () =>
    expect(new Set(timeRows.map((row) => row.id)).size).toBe(timeRows.length))
})

describe('the day of publication', () => {
  it.each([
    ['They met on Thursday.', '2017-12-28', 'DATE 2017-12-28'],
    ['They met on Wednesday.', '2017-12-28', 'DATE 2017-12-27'],
    ['It fell last month.', '2017-12-28', 'DATE 2017-11'],
    ['It fell last month.', '2018-01-03', 'DATE 2017-12'],
    ['It fell yesterday.', '2020-03-01', 'DATE 2020-02-29'],
    ['It fell last week.', '2021-01-06', 'DATE 2020-W53'],
    ['It opens on January 3.', '2017-12-28', 'DATE 2018-01-03'],
    ['It fell on 29 February.', '2025-04-01', 'DATE 2024-02-29'],
    ['It fell last year.', '2017-12', 'DATE 2016'],
    ['They met on Thursday.', '2017-12', 'DATE null'],
    ['They met on Thursday.', '2017-12-28T23:10:00+02:00', 'DATE 2017-12-28'],
    ['They met on Thursday.', null, 'DATE null'],
    ['They met on Thursday.', '', 'DATE null'],
    ['They met on Thursday.', '28/12/2017', 'DATE null'],
    ['They met on Thursday.', '2017-02-30', 'DATE null'],
    ['It fell in August.', null, 'DATE null'],
    ['It fell in August 2011.', null, 'DATE 2011-08'],
  ])('%s (%s)', (text, published, value) =>
    expect(times(text, published).map((time) => time.replace(/^\[.*\] /u, ''))).toEqual([value]),
  )
})

describe('tense', () => {
  it.each([
    ['The court will hear it on Friday.', '2024-05-17'],
    ['The court heard it on Friday.', '2024-05-10'],
    ['On Friday, the court will hear it.', '2024-05-17'],
    ['The hearing is to be held on Friday.', '2024-05-17'],
    ['The lock, which will open in October, was built by hand.', '2024-10'],
    ['The lock was closed in October.', '2023-10'],
  ])('%s', (text, value) => expect(times(text)[0]).toContain(` ${value}`))
})

describe('a story', () => {
  it('goes by the date it was last at', () =>
    expect(
      times('In 2014 the mill opened. The same year it burned. Two years later it reopened.'),
    ).toEqual(['[2014] DATE 2014', '[The same year] DATE 2014', '[Two years later] DATE 2016']))
  it('of years past gives months the year they stand in, over New Year too', () =>
    expect(
      times(
        'In 1911 the canal was begun. In March 1912 it leaked. It leaked again in May. ' +
          'In December 1913 it was shut. In January it was drained. In 1915 it was sold.',
      ),
    ).toEqual([
      '[1911] DATE 1911',
      '[March 1912] DATE 1912-03',
      '[May] DATE 1912-05',
      '[December 1913] DATE 1913-12',
      '[January] DATE 1914-01',
      '[1915] DATE 1915',
    ]))
  it('takes the year that a range ends with', () =>
    expect(times('It rained from May 2 to June 4, 1988.')).toEqual([
      '[May 2] DATE 1988-05-02',
      '[June 4, 1988] DATE 1988-06-04',
    ]))
  it('gives an hour the day that follows it', () =>
    expect(times('It fell on 2 June 2011. At 11 a.m. on 5 June 2011 it rose.')).toEqual([
      '[2 June 2011] DATE 2011-06-02',
      '[11 a.m.] TIME 2011-06-05T11:00',
      '[5 June 2011] DATE 2011-06-05',
    ]))
})

it('never begins at a word that is taken', () => {
  const tokens = tokenize('Then April Marsh spoke.', new Set())
  expect(calendar.find(tokens, PUBLISHED, new Set([1, 2]))).toEqual([])
})

const word = fc.constantFrom(
  ...['on', 'in', 'the', 'last', 'next', 'May', '31', 'February', '0', '99999999', 'BC', 'noon'],
  ...['year', 'two', 'hundred', 'twenty-one', 'ago', '-', ',', '’s', '18:75', '2017', 'a', 'later'],
  ...['night', 'Friday', 'century', '32nd', '😀', '\r\n', '12', 'p.m.', 'quarter', 'days', 'every'],
)

it('never throws; spans lie in the text, in order; values are TIMEX3', () =>
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(word).map((words) => words.join(' ')),
      ),
      fc.oneof(fc.constant(null), fc.string(), fc.date({ noInvalidDate: true }).map(String)),
      (text, published) => {
        let end = 0
        for (const time of calendar.find(tokenize(text, new Set()), published ?? PUBLISHED)) {
          expect(time.start).toBeGreaterThanOrEqual(end)
          expect(time.text).toBe(text.slice(time.start, time.end))
          expect(time.value ?? 'P1D').toMatch(
            /^(?:(?:BC)?[\dX]|P[\dXT]|(?:PAST|PRESENT|FUTURE)_REF)/u,
          )
          expect(String(time.value)).not.toMatch(/NaN|undefined/u)
          end = time.end
        }
      },
    ),
    { numRuns: 500 },
  ))
