import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rangeIndex, within } from './ranges.js'
import type { WordRange } from './tokens.js'

const range = fc
  .tuple(fc.nat(1000), fc.integer({ min: 1, max: 300 }))
  .map(([first, length]): WordRange => [first, first + length])

it('an index answers what looking at every item would, in the order given', () => {
  fc.assert(
    fc.property(fc.array(range), range, (items, [first, end]) => {
      const all = items.filter(([a, b]) => a < end && first < b)
      expect(rangeIndex(items, (item) => item)([first, end])).toEqual(all)
    }),
  )
})

it('an index is asked of places before the text begins, too', () => {
  const touching = rangeIndex<WordRange>([[0, 2]], (item) => item)
  expect(touching([-5, 1])).toEqual([[0, 2]])
  expect(touching([-5, 0])).toEqual([])
})

it('what lies within a range is found by bisection', () => {
  const items: WordRange[] = [
    [0, 2],
    [1, 9],
    [3, 4],
  ]
  expect(within(items, (item) => item, [1, 5])).toEqual([[3, 4]])
})
