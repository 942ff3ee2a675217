import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import abbreviations from '../../data/en/abbreviations.json' with { type: 'json' }
import { QUOTE } from './quotation.js'
import { shapeOf } from './shape.js'
import { foldWord, Subwords } from './subwords.js'
import { spanOf, tokenize } from './tokens.js'
import { findWords } from './words.js'

const known = new Set(abbreviations)
const words = (text: string) => findWords(text).map(({ start, end }) => text.slice(start, end))
const sentences = (text: string) =>
  tokenize(text, known).sentences.map(({ start, end }) => text.slice(start, end))

describe('findWords', () => {
  it.each([
    ['Ruiz’s dam', ['Ruiz', '’s', 'dam']],
    ['didn’t hold', ['didn’t', 'hold']],
    ['O’Brien said 2,000 anti-dam men', ['O’Brien', 'said', '2,000', 'anti-dam', 'men']],
    ['the U.S. said.', ['the', 'U.S.', 'said', '.']],
    ['see https://a.example/b?c=d now', ['see', 'https://a.example/b?c=d', 'now']],
    ['“No,” she', ['“', 'No', ',', '”', 'she']],
    ['wait...', ['wait', '...']],
    ['a 🙂 b', ['a', '🙂', 'b']],
  ])('cuts %j', (text, expected) => expect(words(text)).toEqual(expected))
})

describe('findSentences', () => {
  it.each([
    ['Mr. Ruiz left. He said no.', ['Mr. Ruiz left.', 'He said no.']],
    ['“It held.” She left.', ['“It held.”', 'She left.']],
    ['One line\nAnother line', ['One line', 'Another line']],
    ['The U.S. envoy spoke.', ['The U.S. envoy spoke.']],
    ['J. Ruiz spoke at 3.5 percent. Then left!', ['J. Ruiz spoke at 3.5 percent.', 'Then left!']],
    ['', []],
  ])('cuts %j', (text, expected) => expect(sentences(text)).toEqual(expected))
})

describe('quotationStates', () => {
  it('tells opening from closing straight marks', () => {
    const { quotes } = tokenize('"No," he said. "Yes."', known)
    expect(quotes.filter((q) => q === QUOTE.opening || q === QUOTE.closing)).toEqual([2, 3, 2, 3])
  })
  it('lets a stray mark spoil its own line only', () => {
    const { quotes, words } = tokenize('He said “no.\nShe left.', known)
    expect(quotes[words.length - 2]).toBe(QUOTE.outside)
  })
})

describe('shapeOf', () => {
  it.each([
    ['dam', 0],
    ['Dam', 1],
    ['UN', 2],
    ['McRae', 3],
    ['J', 4],
    ['2017', 5],
    ['”', 6],
  ])('%s is %i', (word, shape) => expect(shapeOf(word)).toBe(shape))
})

describe('Subwords', () => {
  const subwords = new Subwords(
    ['[CLS]', '[SEP]', '[UNK]', 'cit', '##ied', 'e', "'", '"'].join('\n'),
  )
  it('takes the longest piece first', () => expect(subwords.of('Citied')).toEqual([3, 4]))
  it('folds case, accents and typographic marks', () => {
    expect(foldWord('É’“')).toBe('e\'"')
    expect(subwords.of('é’')).toEqual([5, 6])
  })
  it('gives an unknown word one piece', () => expect(subwords.of('xyz')).toEqual([2]))
})

describe('on arbitrary text', () => {
  it('every word lies in the text, in order, in one sentence', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const tokens = tokenize(text, known)
        let before = 0
        tokens.words.forEach((word, i) => {
          expect(word.start).toBeGreaterThanOrEqual(before)
          expect(word.end).toBeGreaterThan(word.start)
          before = word.end
          const sentence = tokens.sentences[tokens.sentenceOf[i] ?? -1]
          expect(sentence && sentence.start <= word.start && word.end <= sentence.end).toBe(true)
        })
        expect(before).toBeLessThanOrEqual(text.length)
      }),
    )
  })
  it('refuses a range outside the words', () => {
    expect(() => spanOf(tokenize('one two', known), [1, 3])).toThrow(RangeError)
  })
})
