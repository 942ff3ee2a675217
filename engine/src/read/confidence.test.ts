import { expect, it } from 'vitest'
import type { Decoding } from '../model/index.js'
import { rateStatement } from './confidence.js'
import type { Draft } from './types.js'

const decoding = {
  confidence: [
    [0.2, 0],
    [0.6, 0.5],
    [1, 0.9],
  ],
} as unknown as Decoding
const draft = (score: number, content = 1) =>
  ({
    scores: { cue: score, source: 1, content: 1 },
    content: Array(content).fill([0, 1]),
  }) as unknown as Draft

it.each([
  [0.1, 0],
  [0.2, 0],
  [0.4, 0.25],
  [0.6, 0.5],
  [0.8, 0.7],
  [1, 0.9],
])('a raw %f becomes %f', (raw, rated) =>
  expect(rateStatement(draft(raw), decoding)).toBeCloseTo(rated),
)
it('halves what has no content', () =>
  expect(rateStatement(draft(0.8, 0), decoding)).toBeCloseTo(0.25))
