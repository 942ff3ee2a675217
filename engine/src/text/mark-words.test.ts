import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldedTokens, foldedWords } from './folding.js'
import { markWords } from './mark-words.js'

const FLOOD = 'The flood hit. Flooding, she said, hit the old mill hard (again).'
const NAMES = 'Zoë Müller, Mu\u0308ller and MULLER held the Straße: “ﬁre”.'

test.each([
  [FLOOD, 'flood', ['flood']],
  [FLOOD, 'FLOOD*', ['flood', 'Flooding']],
  [FLOOD, '*oo*', ['flood', 'Flooding']],
  [FLOOD, '*ing', ['Flooding']],
  [FLOOD, '"old mill" hit', ['hit', 'hit', 'old mill']],
  [FLOOD, '“old mill”', ['old mill']],
  [FLOOD, '"old mill" mill hard', ['old mill', 'hard']],
  [FLOOD, '(again)', ['again']],
  [FLOOD, 'mill-hard', ['mill hard']],
  [FLOOD, '"', []],
  [FLOOD, '', []],
  [FLOOD, '*', []],
  [NAMES, 'muller', ['Müller', 'Mu\u0308ller', 'MULLER']],
  [NAMES, 'Müller', ['Müller', 'Mu\u0308ller', 'MULLER']],
  [NAMES, 'strasse fire', ['Straße', 'ﬁre']],
])('of %j, %s marks %j', (text, asked, words) => {
  expect(markWords(text, asked).map(({ start, end }) => text.slice(start, end))).toEqual(words)
})

test('words with their places are the words that are compared, and each place holds its word', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const tokens = foldedTokens(text)
      expect(tokens.map(({ word }) => word)).toEqual(foldedWords(text))
      for (const { word, start, end } of tokens)
        if (word.length < 200) expect(foldedWords(text.slice(start, end)).join('')).toContain(word)
    }),
  )
})
