import { describe, expect, it } from 'vitest'
import { checkLedger } from './check.js'
import invented from './fixtures/ledger.json' with { type: 'json' }
import type { Ledger } from './ledger.js'

const inventedLedger = () => structuredClone(invented) as Ledger

/** The problems of the invented ledger after `spoil` has changed it. */
function problemsAfter(spoil: (ledger: Ledger) => void): string[] {
  const ledger = inventedLedger()
  spoil(ledger)
  return checkLedger(ledger)
}

describe('checkLedger', () => {
  it('finds nothing wrong with a sound ledger', () => {
    expect(checkLedger(inventedLedger())).toEqual([])
  })

  it.each<[string, (ledger: Ledger) => void]>([
    [
      'sentences[0]: [0, 900) is not a span of a text of 109 code units',
      ({ sentences }) => (sentences[0].end = 900),
    ],
    [
      's1.cue: [13, 13) is not a span of a text of 109 code units',
      ({ statements }) => (statements[0].cue.start = statements[0].cue.end),
    ],
    [
      's1.source: text is "Ana", but the article has "Ana Ruiz"',
      ({ statements }) => (statements[0].source!.text = 'Ana'),
    ],
    [
      'note date-unknown: [5, 3) is not a span of a text of 109 code units',
      ({ notes }) => notes.push({ code: 'date-unknown', message: 'No date.', start: 5, end: 3 }),
    ],
    [
      'a1.mentions[0]: text is "Ruiz", but the article has "Ana Ruiz"',
      ({ actors }) => (actors[0].mentions[0].text = 'Ruiz'),
    ],
    ['statement id s1 is used twice', ({ statements }) => statements.push(statements[0])],
    ['actor id a1 is used twice', ({ actors }) => actors.push(actors[0])],
    ['s1: parent s9 does not exist', ({ statements }) => (statements[0].parent = 's9')],
    ['s1: its parents run in a circle', ({ statements }) => (statements[0].parent = 's2')],
    ['s1: actor a9 does not exist', ({ statements }) => (statements[0].chain[0] = 'a9')],
    [
      's1: source.actor a1 is not the first of source.actors',
      ({ statements }) => (statements[0].source!.actors = ['a2', 'a1']),
    ],
    ['s1: chain does not end in a0', ({ statements }) => (statements[0].chain = ['a1', 'a2'])],
    ['s2: remove is 1, but the chain makes it 2', ({ statements }) => (statements[1].remove = 1)],
    [
      's3: remove is 0, but the chain makes it null',
      ({ statements }) => (statements[2].remove = 0),
    ],
    [
      's2: content fragments overlap or stand out of text order',
      ({ statements }) => statements[1].content.reverse(),
    ],
  ])('says: %s', (problem, spoil) => {
    expect(problemsAfter(spoil)).toContain(problem)
  })
})
