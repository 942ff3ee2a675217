import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, foldedWords } from './folding.js'

test.each([
  ['Zoë MÜLLER', ['zoe', 'muller']],
  ['the U.S. didn’t — 1,000 “yes”', ['the', 'u', 's', 'didn', 't', '1', '000', 'yes']],
  ['ﬁre Straße Ⅷ İzmir', ['fire', 'strasse', 'viii', 'izmir']],
  ['… \ud83d \0', []],
  ['Київ Йорк', ['киів', 'иорк']],
])('%j is found by %j', (text, words) => {
  expect(foldedWords(text)).toEqual(words)
})

test('folding twice is folding once, and a word stays one word', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text))
      for (const word of foldedWords(text)) expect(foldedWords(word)).toEqual([word])
    }),
  )
})

test('what never ends is cut', () => {
  expect(foldedWords('x'.repeat(450)).map(({ length }) => length)).toEqual([200, 200, 50])
})
