import { expect, it } from 'vitest'
import { depths } from './nesting.js'

it('tells how deep each stands, whatever the order', () => {
  expect(depths([null, 0, 1, null, 2])).toEqual([0, 1, 2, 0, 3])
  expect(depths([1, 2, null])).toEqual([2, 1, 0])
})

it('tells a circle, and what hangs on it', () => {
  expect(depths([1, 0, 0, null])).toEqual([Infinity, Infinity, Infinity, 0])
})

it('is done with a chain of half a million', () => {
  const parents = Array.from({ length: 500_000 }, (_, i) => (i === 0 ? null : i - 1))
  expect(depths(parents).at(-1)).toBe(499_999)
})
