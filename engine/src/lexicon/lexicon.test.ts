import { describe, expect, it } from 'vitest'
import { ACTS } from '../record/index.js'
import { cueRows, exhibitRow, loadLexicon } from './lexicon.js'

const lexicon = loadLexicon()

describe('every row of cues.json proves itself', () => {
  it.each(cueRows)('$id', (row) => {
    expect(ACTS).toContain(row.act)
    expect(row.reason).not.toBe('')
    expect(row.examples.length).toBeGreaterThan(0)
    for (const example of row.examples) {
      const [cue = '', content] = example.split(/ \(|\)$/u)
      expect([example, lexicon.actOf(cue, undefined, content)]).toEqual([example, row.act])
    }
    const pattern = new RegExp(`^(?:${row.pattern})$`, 'u')
    const begins = new RegExp(`^(?:${row.content ?? ''})(?!\\w)`, 'u')
    for (const example of row.counterexamples) {
      const [cue = '', content = ''] = example.split(/ \(|\)$/u)
      const fits = pattern.test(cue) && (row.content === undefined || begins.test(content))
      expect([example, fits]).toEqual([example, false])
    }
  })
  it('ids are unique', () =>
    expect(new Set(cueRows.map((row) => row.id)).size).toBe(cueRows.length))
})

it.each([
  ['did not deny', true],
  ['didn’t say', true],
  ['denied', false],
  ['noted', false],
  ['could never confirm', true],
])('%s negated: %s', (cue, negated) => expect(lexicon.isNegated(cue)).toBe(negated))

describe('what shows rather than speaks', () => {
  it.each(exhibitRow.examples)('%s', (phrase) => expect(lexicon.isExhibit(phrase)).toBe(true))
  it.each(exhibitRow.counterexamples)('not %s', (phrase) =>
    expect(lexicon.isExhibit(phrase)).toBe(false),
  )
})
