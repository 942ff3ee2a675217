import { expect, test } from 'vitest'
import { queryOf, QueryParams } from './query.js'

test('a URL says lists with commas, switches as 1 or true, numbers in digits', () => {
  const asked = QueryParams.parse({ act: 'deny,warn', agentless: '1', remove: '2', limit: '7' })
  expect(asked).toEqual({ act: ['deny', 'warn'], agentless: true, remove: 2, limit: 7 })
})

test('the parts of a number are one thing that is asked', () => {
  const { min, unit } = QueryParams.parse({ min: '-3.5', unit: 'km' })
  expect(queryOf({ min, unit })).toEqual({ number: { min: -3.5, max: undefined, unit: 'km' } })
  expect(queryOf({ place: 'Lisbon' })).toEqual({ place: 'Lisbon' })
})

test.each([
  { act: 'deny,sing' },
  { act: '' },
  { min: '' },
  { remove: '1.5' },
  { limit: '0' },
  { agentless: 'yes' },
  { chain: 'a0' },
])('%j is no question', (asked) => {
  expect(QueryParams.safeParse(asked).success).toBe(false)
})

test('a page has 50 unless told otherwise', () => {
  expect(QueryParams.parse({}).limit).toBe(50)
})
