import { describe, expect, it } from 'vitest'
import { anonymityRows, loadSourceWords, mouthpieceRows, pluralRow } from './source-words.js'

const words = loadSourceWords()

describe('every row of anonymity.json proves itself', () => {
  it.each(anonymityRows)('$id', ({ where, pattern, examples, counterexamples }) => {
    const test = where === 'source' ? words.isAnonymous : words.tellsOfAnonymity
    expect(['source', 'sentence']).toContain(where)
    expect(examples.length).toBeGreaterThan(0)
    for (const example of examples) expect([example, test(example)]).toEqual([example, true])
    for (const example of [...examples, ...counterexamples]) {
      const alone = new RegExp(pattern, 'u').test(
        example.toLowerCase().replace(/^(?:an?|the) /, ''),
      )
      expect([example, alone]).toEqual([example, examples.includes(example)])
    }
    for (const example of counterexamples)
      expect([example, test(example)]).toEqual([example, false])
  })
})

describe('every row of mouthpieces.json proves itself', () => {
  it.each(mouthpieceRows)('$id', ({ pattern, examples, counterexamples }) => {
    for (const [phrase = '', body] of examples) {
      expect(new RegExp(pattern, 'u').exec(phrase)?.groups?.['body']).toBe(body)
      expect(words.bodyOf(phrase)).toBe(body)
    }
    for (const phrase of counterexamples)
      expect([phrase, words.bodyOf(phrase)]).toEqual([phrase, null])
  })
})

it('ids are unique', () => {
  const ids = [...anonymityRows, ...mouthpieceRows].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

describe('one or several', () => {
  it.each(pluralRow.examples)('several: %s', (phrase) => expect(words.isSeveral(phrase)).toBe(true))
  it.each(pluralRow.counterexamples)('one: %s', (phrase) =>
    expect(words.isSeveral(phrase)).toBe(false),
  )
})
