import { expect, it } from 'vitest'
import { dateDoubt } from './date-doubt.js'

it.each([
  ['2031-05-06', '2031-05-05', true],
  ['2031-05-06T23:00:00Z', '2031-05-06', false],
  ['2031-05', '2031-05-05', false],
  [null, '2031-05-05', false],
])('%s on %s: doubted %s', (published, today, doubted) => {
  const line = dateDoubt('story.html', published, today)
  expect(line.includes('yet to come')).toBe(doubted)
  expect(line === '').toBe(!doubted)
})
