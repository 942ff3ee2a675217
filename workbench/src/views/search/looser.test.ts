import { describe, expect, it } from 'vitest'
import { looser } from './looser.js'

describe('looser', () => {
  it.each([
    ['', []],
    ['flood', ['flood*', '*flood*']],
    ['flood*', ['*flood*']],
    ['"the dam"', ['the dam', 'the* dam*']],
    ['harbour bridge', ['harbour* bridge*', 'harbour', 'bridge']],
  ])('%s', (words, tries) => {
    expect(looser(words)).toEqual(tries)
  })
})
