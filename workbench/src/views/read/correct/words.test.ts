import { describe, expect, it } from 'vitest'
import { snap, stepWord, tokens, wholeWords } from './words.js'

const TEXT = 'Ruiz’s aide said “no”.'
const all = tokens(TEXT)

describe('tokens', () => {
  it('keeps a word with its apostrophe and every mark apart', () => {
    expect(all.map(({ start, end }) => TEXT.slice(start, end))).toEqual([
      'Ruiz’s',
      'aide',
      'said',
      '“',
      'no',
      '”',
      '.',
    ])
  })
})

describe('stepWord', () => {
  it('moves an end to the end of the next word', () => expect(stepWord(all, 6, 'end', 1)).toBe(11))
  it('moves an end back to the word before', () => expect(stepWord(all, 11, 'end', -1)).toBe(6))
  it('moves a start to the next word', () => expect(stepWord(all, 0, 'start', 1)).toBe(7))
  it('stays at the last word', () => expect(stepWord(all, TEXT.length, 'end', 1)).toBe(TEXT.length))
  it('stays at the first word', () => expect(stepWord(all, 0, 'start', -1)).toBe(0))
})

describe('snap', () => {
  it.each([
    [8, 'end', 6],
    [9, 'start', 7],
    [10, 'end', 11],
    [999, 'end', TEXT.length],
  ] as const)('%i to the nearest %s of a word: %i', (offset, edge, place) => {
    expect(snap(all, offset, edge)).toBe(place)
  })
})

describe('wholeWords', () => {
  it('takes the words that a selection touches whole, without the blanks around it', () => {
    expect(wholeWords(all, { start: 6, end: 14 })).toEqual({ start: 7, end: 16 })
  })
  it('is null for blanks only', () => {
    expect(wholeWords(all, { start: 6, end: 7 })).toBeNull()
  })
})
