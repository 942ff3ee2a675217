import { describe, expect, it } from 'vitest'
import { loadLexicon } from '../lexicon/index.js'
import type { Part } from '../model/index.js'
import { tokenize } from '../text/index.js'
import type { Draft } from './types.js'
import { findWording } from './wording.js'

const lexicon = loadLexicon()

/** What is flagged in `text`, where somebody is reported to say `content`; words in `parts` have that part of speech. */
function flagged(text: string, content = '', parts: Record<string, Part> = {}): string[] {
  const tokens = tokenize(text, lexicon.abbreviations)
  const words = tokens.words.map(({ start, end }) => text.slice(start, end))
  const from = content ? text.indexOf(content) : -1
  const inside = tokens.words.flatMap(({ start, end }, k) =>
    from >= 0 && start >= from && end <= from + content.length ? [k] : [],
  )
  const draft: Draft = {
    cue: [0, 1],
    source: null,
    content: inside.length > 0 ? [[inside[0] ?? 0, (inside.at(-1) ?? 0) + 1]] : [],
    channel: null,
    said: null,
    act: 'assert',
    negated: false,
    kind: null,
    scores: { cue: 1, source: 1, content: 1 },
  }
  const tags = {
    entities: [],
    parts: words.map((word) => parts[word] ?? 'OTHER'),
    phrases: [],
    remarks: [],
  }
  return findWording(tokens, tags, [draft], lexicon.wording).map(
    (found) => `${found.kind}: ${found.text}`,
  )
}

describe('loaded words', () => {
  it('count in the outlet’s own voice and in paraphrase', () => {
    expect(flagged('The regime fell.')).toEqual(['loaded: regime'])
    expect(flagged('Ruiz said the regime fell.', 'the regime fell')).toEqual(['loaded: regime'])
  })
  it('never count inside quotation marks', () =>
    expect(flagged('Ruiz said: “The regime of thugs fell at last, and good riddance.”')).toEqual(
      [],
    ))
  it('count beside others only, where they also describe soberly', () => {
    expect(flagged('A controversial law passed.')).toEqual([])
    expect(flagged('A controversial and shameless law passed.')).toEqual([
      'loaded: controversial',
      'loaded: shameless',
    ])
  })
  it('are not looked for in names', () =>
    expect(flagged('Ana Savage left.', '', { Savage: 'NAME' })).toEqual([]))
})

describe('scare quotes', () => {
  it('are short quotations of nobody in particular', () =>
    expect(flagged('The council held its “consultation” on Monday.')).toEqual([
      'scare-quote: “consultation”',
    ]))
  it('are not the words of whoever speaks', () =>
    expect(
      flagged('Ruiz said it was a “catastrophic” loss.', 'it was a “catastrophic” loss'),
    ).toEqual([]))
  it('are not names or titles', () => {
    expect(flagged('She read “Winter Light” twice.')).toEqual([])
    expect(flagged('Ana ‘Minnow’ Ruiz left.')).toEqual([])
  })
  it('are not apostrophes', () =>
    expect(flagged("The dockers' union and the bakers' union met.")).toEqual([]))
})
