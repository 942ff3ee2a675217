import { describe, expect, it } from 'vitest'
import { draftOf, readMarked } from '../../../tests/marked.js'
import { deedRows, loadAuxiliaries, loadDeeds, loadLexicon, loadPeople } from '../lexicon/index.js'
import type { WordRange } from '../text/index.js'
import { dropDeeds } from './deeds.js'
import type { Draft } from './types.js'

const { words: people } = loadPeople(loadLexicon())
const [deeds, auxiliaries] = [loadDeeds(), loadAuxiliaries()]

/** "The council {voted} to leave": whether the statement stays, what stands before its cue being the source. */
function stays(marked: string): boolean {
  const plain = marked.replace(/[{}]/gu, '').replace(/\bRuiz\b/u, '*Ruiz*')
  const { tokens, tags } = readMarked(plain)
  const wordFrom = (offset: number) => tokens.words.findIndex(({ end }) => end > offset)
  const cue: WordRange = [wordFrom(marked.indexOf('{')), wordFrom(marked.indexOf('}') - 2) + 1]
  const draft: Draft = {
    ...draftOf(tokens, { cue: '' }),
    cue,
    source: cue[0] > 0 ? [0, cue[0]] : null,
  }
  return dropDeeds(tokens, tags, [draft], deeds, auxiliaries, people).length === 1
}

describe('every row of deeds.json proves itself', () => {
  it.each(deedRows)('$id', (row) => {
    expect(row.reason).not.toBe('')
    expect(row.examples.length).toBeGreaterThan(0)
    for (const text of row.examples) expect([text, stays(text)]).toEqual([text, false])
    for (const text of row.counterexamples) expect([text, stays(text)]).toEqual([text, true])
  })
  it('ids are unique', () =>
    expect(new Set(deedRows.map(({ id }) => id)).size).toBe(deedRows.length))
})
