import { describe, expect, it } from 'vitest'
import { MENTION_TYPES } from './labels.js'
import {
  endRow,
  findSpans,
  linkScore,
  nobodyScore,
  spanOfRows,
  type EndScores,
} from './span-scores.js'

const TYPES = MENTION_TYPES.length
/** Two words, vectors of width 1. */
function ends(parts: Partial<EndScores> = {}): EndScores {
  return {
    opens: Float32Array.of(2, 0.5, -1, 0),
    closes: Float32Array.of(3, 0, 1, 0.25),
    types: new Float32Array(2 * 2 * TYPES),
    asks: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8),
    answers: Float32Array.of(1, 2, 3, 4),
    width: 1,
    lengths: [0, -1],
    ...parts,
  }
}

describe('findSpans', () => {
  it('multiplies both ends and adds what each and the length add', () => {
    expect(findSpans(ends(), 0, 2, -Infinity).map(({ range, score }) => [...range, score])).toEqual(
      [
        [0, 1, 6.5],
        [0, 2, 1.75],
        [1, 2, -0.75],
      ],
    )
  })

  it('leaves out what is no better than the least, and what lies outside', () => {
    expect(findSpans(ends(), 0, 2, 1.75).map(({ range }) => range)).toEqual([[0, 1]])
    expect(findSpans(ends(), 1, 2, -Infinity).map(({ range }) => range)).toEqual([[1, 2]])
  })

  it('looks no further than the longest mention', () => {
    expect(findSpans(ends({ lengths: [0] }), 0, 2, -Infinity)).toHaveLength(2)
  })
})

it('a span adds its first word as first and its last word as last', () => {
  const types = Float32Array.from({ length: 4 * TYPES }, (_, k) => k)
  const one = ends({ types })
  const span = spanOfRows(endRow(one, 0), endRow(one, 1), [7, 9], 1.5)
  expect(span).toMatchObject({ range: [7, 9], score: 1.5 })
  expect([...span.types]).toEqual(Array.from({ length: TYPES }, (_, k) => k + 3 * TYPES + k))
  expect([...span.ask]).toEqual([1 + 7, 2 + 8])
  expect([...span.answer]).toEqual([1 + 4])
  expect(linkScore(span.ask, span.answer)).toBe(8 * 5)
  expect(nobodyScore(span.ask)).toBe(10)
})

it('rows outlive their window', () => {
  const one = ends()
  const row = endRow(one, 0)
  one.asks.fill(0)
  expect([...row.asks]).toEqual([1, 2, 3, 4])
})
