import { describe, expect, it } from 'vitest'
import { argmax, bestTags, decodeCues, meanRow, softmax, spansOfTag, surenessOf } from './decode.js'

/** Tag probabilities from rows. */
const rows = (...values: number[][]) => Float32Array.from(values.flat())
const logs = (probabilities: Float32Array) => probabilities.map(Math.log)

describe('decodeCues', () => {
  const decode = (p: Float32Array, outside = 0, again = 0.5) =>
    decodeCues(logs(p), () => outside, again)
  it('joins words of one cue', () => {
    const found = decode(rows([0.9, 0.1, 0], [0.1, 0.8, 0.1], [0.2, 0.1, 0.7], [0.98, 0.01, 0.01]))
    expect(found.map((c) => c.range)).toEqual([[1, 3]])
  })
  it('bridges a weak word rather than open a second cue', () => {
    const found = decode(rows([0.1, 0.85, 0.05], [0.5, 0.05, 0.45], [0.1, 0.1, 0.8]))
    expect(found.map((c) => c.range)).toEqual([[0, 3]])
  })
  it('finds more when a word outside costs more', () => {
    const doubtful = rows([0.6, 0.39, 0.01])
    expect(decode(doubtful)).toEqual([])
    expect(decode(doubtful, 1, 0)).toHaveLength(1)
  })
})

describe('bestTags', () => {
  it('never goes on inside a span that has not begun', () => {
    expect(bestTags(logs(rows([0.4, 0.1, 0.5], [0.4, 0.1, 0.5])), 3, () => 0)[0]).not.toBe(2)
  })
  it('opens no span that is not worth its cost', () => {
    const p = rows([0.45, 0.5, 0.05])
    expect(bestTags(logs(p), 3, () => 0)).toEqual([1])
    expect(bestTags(logs(p), 3, () => 1)).toEqual([0])
  })
})

describe('spansOfTag', () => {
  it('gives each span with its mean probability', () => {
    const p = rows([0.2, 0.8, 0], [0.4, 0, 0.6], [1, 0, 0])
    expect(spansOfTag([1, 2, 0], 1, logs(p), 3)).toEqual([
      { range: [0, 2], score: expect.closeTo(0.7, 5) },
    ])
  })
})

describe('surenessOf', () => {
  const p = logs(rows([0.2, 0.8, 0], [0.4, 0, 0.6], [0.5, 0.5, 0], [1, 0, 0]))
  it('weighs the words taken against those left out', () => {
    expect(surenessOf([[0, 2]], 1, p, 3)).toEqual({
      overlap: expect.closeTo(1.4 / 2.5, 5),
      weakest: expect.closeTo(0.6, 5),
      rival: expect.closeTo(0.5, 5),
    })
  })
  it('is sure of nobody when no word may be it', () => {
    expect(surenessOf([], 1, p, 3).overlap).toBeCloseTo(0.2, 5)
  })
})

it('softmax sums to one and keeps the order', () => {
  expect(softmax([0, Math.log(3)])).toEqual([expect.closeTo(0.25, 9), expect.closeTo(0.75, 9)])
})

it('meanRow and argmax', () => {
  expect(argmax(meanRow(rows([0, 1], [4, 1]), 2, 0, 2))).toBe(0)
})
