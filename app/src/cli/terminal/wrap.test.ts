import fc from 'fast-check'
import stringWidth from 'string-width'
import { expect, test } from 'vitest'
import { plain } from './plain.js'
import { wrap } from './wrap.js'

test('lines break between words', () => {
  expect(wrap('the gate has failed once', 9)).toEqual(['the gate', 'has', 'failed', 'once'])
})

test('wide characters take two columns', () => {
  expect(wrap('新聞 報道 新聞', 9)).toEqual(['新聞 報道', '新聞'])
})

test('a word longer than a line is broken, a character never', () => {
  expect(wrap('新聞報道', 5)).toEqual(['新聞', '報道'])
  expect(wrap('👩‍🚒👩‍🚒👩‍🚒', 4)).toEqual(['👩‍🚒👩‍🚒', '👩‍🚒'])
})

test('nothing makes no line', () => {
  expect(wrap('', 9)).toEqual([])
})

test('no line is wider than asked and no word is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 2, max: 40 }), (text, width) => {
      const lines = wrap(plain(text), width)
      for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width)
      expect(lines.join('').replaceAll(' ', '')).toBe(plain(text).replaceAll(' ', ''))
    }),
  )
})
