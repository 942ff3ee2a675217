import type { Statement } from '@hearsay/engine/view'
import { describe, expect, it } from 'vitest'
import { additionOf, revisionOf, tidy, wantedOf } from './change.js'

/** Ruiz said the dam held. */
const statement: Statement = {
  id: 's1',
  parent: null,
  chain: ['a1', 'a0'],
  remove: 1,
  source: { start: 0, end: 4, text: 'Ruiz', actor: 'a1', actors: ['a1'] },
  cue: { start: 5, end: 9, text: 'said', act: 'assert', negated: false },
  content: [{ start: 10, end: 22, text: 'the dam held' }],
  quotation: 'indirect',
  channel: null,
  said: null,
  confidence: 0.9,
}

describe('revisionOf', () => {
  it('is nothing when nothing was changed', () => {
    expect(revisionOf(statement, wantedOf(statement))).toBeNull()
  })

  it('names only what was changed', () => {
    const wanted = { ...wantedOf(statement), content: [{ start: 10, end: 17 }] }
    expect(revisionOf(statement, wanted)).toEqual({
      kind: 'revise',
      statement: 's1',
      content: [{ start: 10, end: 17 }],
    })
  })

  it('takes the source away', () => {
    const wanted = { ...wantedOf(statement), source: null, actor: null }
    expect(revisionOf(statement, wanted)).toEqual({ kind: 'revise', statement: 's1', source: null })
  })
})

describe('additionOf', () => {
  it('leaves out an actor that nobody named', () => {
    expect(additionOf({ ...wantedOf(statement), source: null, actor: null })).not.toHaveProperty(
      'actor',
    )
  })
})

describe('tidy', () => {
  it('sorts fragments and joins those that touch', () => {
    const pieces = [
      { start: 20, end: 22 },
      { start: 10, end: 14 },
      { start: 14, end: 17 },
    ]
    expect(tidy(pieces)).toEqual([
      { start: 10, end: 17 },
      { start: 20, end: 22 },
    ])
  })
})
