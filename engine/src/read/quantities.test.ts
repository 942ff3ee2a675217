import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../lexicon/index.js'
import type { Part } from '../model/index.js'
import { tokenize } from '../text/index.js'
import { findQuantities } from './quantities.js'

const lexicon = loadLexicon()

/** [text, value, unit] of what is counted in `text`; every letter word but those in `others` is a noun. */
function counted(text: string, others: Record<string, Part> = {}) {
  const tokens = tokenize(text, lexicon.abbreviations)
  const parts = tokens.words.map(({ start, end }): Part => {
    const word = text.slice(start, end)
    return others[word] ?? (/^\p{L}/u.test(word) ? 'NOUN' : 'MARK')
  })
  return findQuantities(
    tokens,
    { entities: [], parts, phrases: [], remarks: [] },
    lexicon.quantities,
  ).map(({ text, value, unit }) => [text, value, unit])
}

describe('findQuantities', () => {
  it.each([
    ['sixty-five per cent', 65, '%'],
    ['three hundred and twelve goats', 312, 'goats'],
    ['half a million crates', 500_000, 'crates'],
    ['1,50,000 crates', 150_000, 'crates'],
    ['2.3 million crates', 2_300_000, 'crates'],
    ['£3.5bn', 3_500_000_000, 'GBP'],
    ['US$40', 40, 'USD'],
    ['3.3kg', 3.3, 'kg'],
    ['a dozen crates', 12, 'crates'],
    ['three-storey', 3, 'storey'],
  ])('%s', (text, value, unit) => expect(counted(text)).toEqual([[text, value, unit]]))

  it('reads both sides of an “and”', () =>
    expect(counted('Two goats and nine crates', { and: 'CONJ' })).toEqual([
      ['Two goats', 2, 'goats'],
      ['nine crates', 9, 'crates'],
    ]))
  it('lets a lower end take the scale of the upper one', () =>
    expect(counted('10 to 15 million crates', { to: 'PREP' })).toEqual([
      ['10 to 15 million crates', 10_000_000, 'crates'],
    ]))
  it('says a length once', () => expect(counted('a 12m (40ft) wall')).toEqual([['12m', 12, 'm']]))
  it('stops at the end of a sentence', () =>
    expect(counted('He saw 40. Goats fled.', { He: 'PRON', saw: 'PAST', fled: 'PAST' })).toEqual(
      [],
    ))
  it('keeps its head over endless numbers', () => {
    const endless = 'one hundred and '.repeat(5000)
    const begun = performance.now()
    for (const [, value] of counted(`${endless}goats ${'9'.repeat(400)} goats`))
      expect(Number.isFinite(value)).toBe(true)
    expect(performance.now() - begun).toBeLessThan(2000)
  })
  it.each(['10.12.2014', '192.168.0.1', 'F-16', '9/11', '12:30', 'ISO 9001', 'the 1990s', '007'])(
    '%s counts nothing',
    (text) => expect(counted(text, { ISO: 'NAME', the: 'DET' })).toEqual([]),
  )
})
