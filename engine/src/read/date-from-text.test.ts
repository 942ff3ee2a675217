import { describe, expect, it } from 'vitest'
import { loadCalendar } from '../calendar/index.js'
import { bylineRows, loadBylineWords, loadLexicon } from '../lexicon/index.js'
import { dateFromText } from './date-from-text.js'

const { abbreviations } = loadLexicon()
const words = { byline: loadBylineWords(), abbreviations, calendar: loadCalendar() }

describe('bylines.json', () => {
  it.each(bylineRows.examples)('%s', (text, published) => {
    const found = dateFromText(text ?? '', words)
    expect(found?.published).toBe(published)
    expect(found?.note).toMatchObject({ code: 'date-from-text' })
    expect(found?.note.message).toContain(published)
  })
  it.each(bylineRows.yearless)('without a year: %s', (text) => {
    const found = dateFromText(text, words)
    expect(found?.published).toBeNull()
    expect(found?.note.message).toContain('without a year')
  })
  it.each(bylineRows.counterexamples)('not %s', (text) => {
    expect(dateFromText(text, words)).toBeNull()
  })
})
