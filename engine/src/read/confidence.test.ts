import { expect, it } from 'vitest'
import { SURE_FROM } from '../lexicon/index.js'
import { rateLine, rawScore } from './confidence.js'
import type { LineClues } from './types.js'

const even = Math.log(3) // a probability of 3/4
const weights = {
  span: { always: even, nested: -even },
  who: { always: even, link: 2 },
  act: { always: 10 },
}
const clues: LineClues = {
  span: [['always', 1]],
  who: [['always', 1]],
  act: [['always', 1]],
}

it('multiplies what is likely of each part, and names the weakest', () => {
  expect(rateLine(clues, weights)).toEqual({ confidence: 0.56, doubts: ['span'] })
  const nested: LineClues = { ...clues, span: [...clues.span, ['nested', 1]] }
  expect(rateLine(nested, weights)).toEqual({ confidence: 0.37, doubts: ['span'] })
  const linked: LineClues = { ...clues, who: [...clues.who, ['link', -0.5]] }
  expect(rateLine(linked, weights)).toEqual({ confidence: 0.39, doubts: ['who'] })
})
it('has no doubt where it is sure', () => {
  const sure: LineClues = { ...clues, span: [['always', 9]], who: [['always', 9]] }
  const { confidence, doubts } = rateLine(sure, weights)
  expect(confidence).toBeGreaterThanOrEqual(SURE_FROM)
  expect(doubts).toEqual([])
})
it('cannot be wrong in who speaks where nobody is named', () => {
  expect(rateLine({ ...clues, who: [] }, weights).confidence).toBe(0.75)
})
it('gives clues that were never learned no weight', () => {
  const strange: LineClues = { ...clues, act: [...clues.act, ['the moon', 1]] }
  expect(rateLine(strange, weights)).toEqual(rateLine(clues, weights))
})
it('halves what has no content before anything is learned, unless it declines to say anything', () => {
  const scores = { cue: 0.8, source: 1, content: 1 }
  expect(rawScore({ scores, content: [[0, 1]], act: 'assert' })).toBeCloseTo(0.8)
  expect(rawScore({ scores, content: [], act: 'assert' })).toBeCloseTo(0.4)
  expect(rawScore({ scores, content: [], act: 'decline' })).toBeCloseTo(0.8)
})
