import { expect, test } from 'vitest'
import { freshForMs } from './freshness.js'

const DATE = 'Tue, 06 May 2031 10:00:00 GMT'
const HOUR_LATER = 'Tue, 06 May 2031 11:00:00 GMT'

test.each([
  [{}, 0],
  [{ 'cache-control': 'public, max-age=600' }, 600_000],
  [{ 'cache-control': 'max-age=600, no-cache' }, 0],
  [{ 'retry-after': '120', 'cache-control': 'max-age=600' }, 120_000],
  [{ 'retry-after': HOUR_LATER, date: DATE }, 3_600_000],
  [{ expires: HOUR_LATER, date: DATE }, 3_600_000],
  [{ expires: DATE, date: HOUR_LATER }, 0],
  [{ expires: '0', 'retry-after': 'soon' }, 0],
])('%j asks for %i ms', (headers, ms) => {
  expect(freshForMs(headers)).toBe(ms)
})
