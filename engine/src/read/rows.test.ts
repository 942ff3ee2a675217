import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadLexicon, quantityRows, wordingRows } from '../lexicon/index.js'
import { TAGS, type Part } from '../model/index.js'
import { WORDING_KINDS } from '../record/index.js'
import { tokenize } from '../text/index.js'
import { findQuantities } from './quantities.js'
import type { Tags } from './types.js'
import { findWording } from './wording.js'

const lexicon = loadLexicon()

/** “two/NUM [goats/NOUN]”: the text without marks, the parts of its words, and what stands in brackets. */
function marked(text: string) {
  const bare = text.replaceAll(/\/[A-Z]+\b/gu, '')
  const plain = bare.replaceAll(/[[\]]/gu, '')
  const tokens = tokenize(plain, lexicon.abbreviations)
  const tagged = text.replaceAll(/[[\]]/gu, '')
  const parts = tokens.words.map(() => 'OTHER' as Part)
  let removed = 0
  for (const mark of tagged.matchAll(/\/([A-Z]+)\b/gu)) {
    const end = mark.index - removed
    parts[tokens.words.findIndex((word) => word.end === end)] = mark[1] as Part
    removed += mark[0].length
  }
  const tags: Tags = { entities: [], parts, phrases: [], remarks: [] }
  const spans = Array.from(bare.matchAll(/\[(.+?)\]/gu), (m) => m[1])
  return { tokens, tags, spans }
}

const quantitiesOf = (text: string) => {
  const { tokens, tags } = marked(text)
  return findQuantities(tokens, tags, lexicon.quantities)
}

describe('every row of quantities.json proves itself', () => {
  it.each(quantityRows)('$id', (row) => {
    expect(row.reason).not.toBe('')
    expect(row.examples.length + row.counterexamples.length).toBeGreaterThan(0)
    for (const { text, ...wanted } of row.examples) {
      const [span] = marked(text).spans
      expect(quantitiesOf(text)).toContainEqual(
        expect.objectContaining({ text: span, approximate: false, bound: null, ...wanted }),
      )
    }
    for (const text of row.counterexamples) expect([text, quantitiesOf(text)]).toEqual([text, []])
  })
})

describe('every row of wording.json proves itself', () => {
  const flaggedBy = (rule: string, text: string) => {
    const { tokens, tags } = marked(text)
    return findWording(tokens, tags, [], lexicon.wording)
      .filter((found) => found.rule === rule)
      .map((found) => found.text)
  }
  it.each(wordingRows)('$id', (row) => {
    expect(WORDING_KINDS).toContain(row.kind)
    for (const part of [...(row.parts ?? []), ...(row.next ?? [])])
      expect(TAGS.part).toContain(part)
    expect(row.reason).not.toBe('')
    expect(row.examples.length).toBeGreaterThan(0)
    for (const text of row.examples)
      expect([text, flaggedBy(row.id, text)]).toEqual([text, marked(text).spans])
    for (const text of row.counterexamples)
      expect([text, flaggedBy(row.id, text)]).toEqual([text, []])
  })
  it('ids are unique', () => {
    for (const rows of [quantityRows, wordingRows])
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  })
})

describe('whatever the text', () => {
  const pieces = [
    ...[
      'about',
      'at least',
      '2,000',
      'two',
      'a',
      'third of',
      'million',
      '-',
      '$',
      '%',
      'km',
      '3.5',
    ],
    ...[
      '“',
      '”',
      '‘',
      '’',
      '"',
      'so-called',
      'regime',
      'very',
      'claims',
      '\n\n',
      '\r\n',
      '🐐',
      'goats',
    ],
  ]
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((words) => words.join(' ')),
    fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((words) => words.join('')),
  )
  it('spans lie inside it, in order, and are its slices', () => {
    fc.assert(
      fc.property(text, fc.infiniteStream(fc.constantFrom(...TAGS.part)), (text, parts) => {
        const tokens = tokenize(text, lexicon.abbreviations)
        const tags: Tags = {
          entities: [],
          phrases: [],
          remarks: [],
          parts: tokens.words.map(() => parts.next().value as Part),
        }
        for (const found of [
          findQuantities(tokens, tags, lexicon.quantities),
          findWording(tokens, tags, [], lexicon.wording),
        ]) {
          let before = 0
          for (const span of found) {
            expect(span.start).toBeGreaterThanOrEqual(before)
            expect(span.end).toBeGreaterThan(span.start)
            expect(span.text).toBe(text.slice(span.start, span.end))
            before = span.end
          }
        }
        for (const { value } of findQuantities(tokens, tags, lexicon.quantities))
          expect(value).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
