import { describe, expect, it } from 'vitest'
import { occurrences } from './occurrences.js'

const TEXT = 'The flood hit. Flooding, she said, hit the old mill hard (again).'
const found = (asked: string) =>
  occurrences(TEXT, asked).map(({ start, end }) => TEXT.slice(start, end))

describe('occurrences', () => {
  it.each([
    ['flood', ['flood']],
    ['FLOOD*', ['flood', 'Flooding']],
    ['*oo*', ['flood', 'Flooding']],
    ['"old mill" hit', ['hit', 'hit', 'old mill']],
    ['(again)', ['(again)']],
    ['"', []],
    ['', []],
    ['*', []],
  ])('%s', (asked, words) => expect(found(asked)).toEqual(words))
})
