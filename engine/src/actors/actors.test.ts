import { describe, expect, it } from 'vitest'
import { actorRows, loadActorWords, loadLexicon, loadOutlets } from '../lexicon/index.js'
import { readMarked } from '../../../tests/marked.js'
import { spanOf, type Tokens } from '../text/index.js'
import { clusterMentions } from './cluster.js'
import { findMentions, type Mention } from './mention.js'
import { sameBody, samePerson } from './names.js'

const lexicon = loadLexicon()
const words = loadActorWords()
const vocabulary = { words, outlets: loadOutlets(), isTitle: lexicon.isTitle }

const spoken = (tokens: Tokens, { range }: Mention) => {
  const { start, end } = spanOf(tokens, range)
  return tokens.text.slice(start, end)
}

/** Groups of two mentions or more, as the words of the article. */
function groups(marked: string): string[][] {
  const { tokens, tags } = readMarked(marked)
  const mentions = findMentions(tokens, tags, vocabulary, [])
  return clusterMentions(tokens, mentions, words, {
    speakerAt: () => null,
    isSource: () => false,
  })
    .clusters.filter((cluster) => cluster.mentions.length > 1)
    .map((cluster) => cluster.mentions.map((mention) => spoken(tokens, mention)))
}

describe('clusterMentions', () => {
  it.each<[string, string[][]]>([
    ['[*Ana Ruiz*] left. [*Ruiz*] said [she] knew.', [['Ana Ruiz', 'Ruiz', 'she']]],
    ['[*Ana Ruiz*] met [*Piet Lomax*]. [*Lomax*] left.', [['Piet Lomax', 'Lomax']]],
    ['[*Ana Ruiz*] met [*Carl Ruiz*].', []],
    [
      '[*Ana Ruiz*], [the mayor], left. [The mayor] resigned.',
      [['Ana Ruiz', 'the mayor', 'The mayor']],
    ],
    ['[*Ana Ruiz*] is [a lawyer].', [['Ana Ruiz', 'a lawyer']]],
    [
      '[The *Office for Safe Air*] ([*OSA*]) met. [*OSA*] said [it] knew.',
      [['The Office for Safe Air', 'OSA', 'OSA', 'it']],
    ],
    [
      '[*Ana Ruiz*], formerly known as [*Ana Lomax*], left. [*Lomax*] knew.',
      [['Ana Ruiz', 'Ana Lomax', 'Lomax']],
    ],
    [
      '[The *US*] met. [*America*] said so. [*Washington*] knew.',
      [['The US', 'America', 'Washington']],
    ],
    ['[*America*] met in [*Washington*].', []],
    ['[A minister] left. [The minister] resigned.', [['A minister', 'The minister']]],
    ['[A minister] left. [A minister] resigned.', []],
    [
      '[Two officials] met. [They] said [the officials] left.',
      [['Two officials', 'They', 'the officials']],
    ],
    ['[*Ana Ruiz*] met [*Piet Lomax*]. [He] left.', [['Piet Lomax', 'He']]],
    [
      '[Marel’s military chief] said so. [Chief of Staff of the Marel Army], [*Ana Ruiz*], left.',
      [['Marel’s military chief', 'Chief of Staff of the Marel Army', 'Ana Ruiz']],
    ],
    [
      '[The so-called *Harbour Observatory*] met. [The Lisbon-based monitor] left.',
      [['The so-called Harbour Observatory', 'The Lisbon-based monitor']],
    ],
  ])('%s', (marked, expected) => {
    expect(groups(marked)).toEqual(expected)
  })

  it('gives the words inside a quotation to whoever speaks them', () => {
    const { tokens, tags } = readMarked('“[I] knew,” [*Ana Ruiz*] said.')
    const mentions = findMentions(tokens, tags, vocabulary, [])
    const ruiz = mentions.find(({ form }) => form === 'name') as Mention
    const { clusters } = clusterMentions(tokens, mentions, words, {
      speakerAt: () => ruiz,
      isSource: (mention) => mention === ruiz,
    })
    expect(clusters.map((c) => c.mentions.map((m) => spoken(tokens, m)))).toEqual([
      ['I', 'Ana Ruiz'],
    ])
  })
})

describe('names', () => {
  it.each([
    ['sergei lavrov', 'lavrov', true],
    ['s. lavrov', 'sergei lavrov', true],
    ['ana ruiz', 'carl ruiz', false],
    ['ana maria ruiz', 'ana ruiz', true],
    ['ruiz', 'ruiz ortega', true],
  ])('%s and %s: one person %s', (a, b, same) => {
    expect(samePerson(a.split(' '), b.split(' '))).toBe(same)
  })
  it.each([
    ['osa', 'office for safe air', true],
    ['interfax', 'interfax news agency', true],
    ['marel', 'marel rail', false],
    ['harbour observatory', 'harbour observatory for human rights', true],
    ['ministry of works', 'ministry of health', false],
    ['verdan rail inc', 'lomax', false],
    ['verdan inc ltd', 'verdan railway', false],
    ['verdan rail inc', 'verdan rail', true],
  ])('%s and %s: one body %s', (a, b, same) => {
    expect(sameBody(a.split(' '), b.split(' '))).toBe(same)
  })
})

describe('actors.json', () => {
  const head = (phrase: string) => phrase.split(' ').at(-1) ?? ''
  it.each(actorRows.examples)('%s speaks of people', (phrase) => {
    expect(words.sortOf(head(phrase))).toBe('person')
  })
  it.each(actorRows.counterexamples)('%s does not', (phrase) => {
    expect(words.sortOf(head(phrase))).not.toBe('person')
  })
})
