import { describe, expect, it } from 'vitest'
import { markedMentions, words } from '../../../tests/marked-mentions.js'
import { cluesTo, cluesToNobody, wayOf, type Clue } from './clues.js'
import type { Mention } from './mention.js'
import { walk, type Decide } from './resolve.js'

/** The clues of the last mention to the one actor that all before it are, or to whoever `who` says each mention is. */
function cluesOfLast(
  marked: string,
  speaker: string | null = null,
  who: readonly number[] = [],
): string[] {
  const { tokens, mentions, text } = markedMentions(marked, ...(speaker ? [speaker] : []))
  const speaks = mentions.find((mention) => text(mention) === speaker) ?? null
  let found: readonly Clue[] = []
  let at = 0
  const decide: Decide = (mention, candidates, context) => {
    const place = who[at++] ?? 0
    const cluster = candidates.find((each) => each.place === place) ?? null
    if (mention === mentions.at(-1) && cluster)
      found = [...cluesTo(mention, cluster, context), ...cluesToNobody(mention, context)]
    return cluster
  }
  walk(tokens, mentions, words, { speakerAt: () => speaks }, decide)
  return found.filter(([, value]) => value !== 0).map(([name]) => name.replace(/^[^:]*: /u, ''))
}

describe('wayOf: how somebody is spoken of', () => {
  it.each([
    ['[She] left.', 'he or she'],
    ['[They] left.', 'plural'],
    ['[It] left.', 'thing'],
    ['[*Ana Ruiz*] left.', 'name of a person'],
    ['[The *Harbour Herald*] left.', 'name of a body'],
    ['[The minister] left.', 'definite singular'],
    ['[A minister] left.', 'indefinite singular'],
    ['[The ministers] left.', 'definite plural'],
    ['[Ministers] left.', 'indefinite plural'],
  ])('%s %s', (marked, way) => {
    expect(wayOf(markedMentions(marked).mentions[0] as Mention)).toBe(way)
  })
})

describe('cluesTo', () => {
  it.each([
    // names
    ['[*Ana Ruiz*] left. [*Ruiz*] came.', 'part of a name'],
    ['[*Ruiz*] left. [*Ruiz*] came.', 'same name'],
    ['[*Ruiz*] left. [*Ana Ruiz*] came.', 'another form of a name'],
    ['[The *Harbour Rail*] met. [*Lomax*] came.', 'another name'],
    ['[*Ana Ruiz*] left. [*Ana*] came.', 'part of a name'],
    ['[The mayor] left. [*Ana Ruiz*] came.', 'a name for who was described'],
    ['[The *US*] met. [*America*] said so.', 'same state'],
    ['[The *Office for Safe Air*] met. [*OSA*] came.', 'part of a name'],
    // descriptions
    ['[A minister] left. [The minister] came.', 'same head, no other words'],
    ['[A young minister] left. [The young minister] came.', 'same head, all words'],
    ['[A young minister] left. [The tall minister] came.', 'same head, other words'],
    ['[A young minister] left. [The tall young minister] came.', 'same head, some words'],
    ['[Minister *Ruiz*] left. [The minister] came.', 'head among its words, no other words'],
    ['[A minister] left. [The driver] came.', 'other head, no other words'],
    ['[A Russian general] left. [The Russia envoy] came.', 'other head, all words'],
    ['[The *Harbour Rail*] met. [The company] came.', 'generic head'],
    // gender and number
    ['[Mrs *Ruiz*] left. [She] came.', 'same gender'],
    ['[*Ana Ruiz*] left. [She] came.', 'same likely gender'],
    ['[*Ana Ruiz*] left. [He] came.', 'other likely gender'],
    ['[*Lomax*] left. [She] came.', 'gender unknown'],
    ['[The ministers] left. [It] came.', 'no gender'],
    ['[The ministers] left. [They] came.', 'same number'],
    ['[The minister] left. [They] came.', 'other number'],
    // places in the text
    ['[*Ana Ruiz*] met [him].', '0 sentences back'],
    ['[*Ana Ruiz*] left. [She] came.', '1 sentences back'],
    ['[*Ana Ruiz*] left. So it was. So it was. [She] came.', '2 sentences back'],
    ['[*Ana Ruiz*] left. [She] came.', '0 others between'],
    ['[*Ana Ruiz*] left. [She] came.', 'mentioned 1 times'],
    ['[*Ana Ruiz*] left. [She] came. [She] left.', 'mentioned 2 times'],
    ['[*Ana Ruiz*] left. [She] left.', 'subject after subject in the sentence before'],
    ['[*Ana Ruiz*] left. [She] left.', 'after the first in the sentence before'],
    ['[*Ana Ruiz*] left. [She] left.', 'mentioned most, in the sentence before'],
    ['[*Ana Ruiz*] said [her] boat left.', 'owner after subject in the same sentence'],
    ['[*Ana Ruiz*] left. [She] left. [She] met.', 'the same pronoun in the sentence before'],
    ['[*Ana Ruiz*] left with [her].', 'after a preposition after subject in the same sentence'],
    ['[*Ana Ruiz*] left.\n\n[She] came.', 'in an earlier paragraph'],
    ['[*Ana Ruiz*] is [the mayor].', 'tied'],
    // what sort of actor it is
    ['[*Ana Ruiz*] left. [She] came.', 'named person'],
    ['[The minister] left. [She] came.', 'described person'],
    ['[She] left. [She] came.', 'pronouns alone person'],
    ['[The *Harbour Rail*] met. [It] came.', 'named group'],
    ['[*Ana Ruiz*] left. [She] came.', 'never a source'],
    ['[*Ana Ruiz*] left. [*Ruiz*] came.', 'same type'],
    ['[*Ana Ruiz*] left. [She] came.', 'unnamed-person after person'],
  ])('%s %s', (marked, clue) => {
    expect(cluesOfLast(marked)).toContain(clue)
  })

  it.each([
    ['[*Ana Ruiz*] left. So came [she].', 'subject after subject in the sentence before'],
    ['[*Ana Ruiz*] left. [She] came.', 'in an earlier paragraph'],
    ['[*Ana Ruiz*] left. [She] came.', 'tied'],
    ['[The minister] left. [The driver] came.', 'generic head'],
    ['[*Ana Ruiz*] said so. [She] came.', 'both sources'],
  ])('%s not: %s', (marked, clue) => {
    expect(cluesOfLast(marked)).not.toContain(clue)
  })

  it('counts the actors mentioned since', () => {
    expect(cluesOfLast('[*Ana Ruiz*] met [*Piet Lomax*]. [She] left.', null, [0, 1, 0])).toContain(
      '1 others between',
    )
  })

  it('knows who speaks where', () => {
    expect(cluesOfLast('[*Ana Ruiz*] said: “[She] left.”', 'Ana Ruiz')).toContain(
      'quotes its own words',
    )
    expect(cluesOfLast('[*Ana Ruiz*] said [she] left.', 'Ana Ruiz')).toContain('in its own words')
    expect(cluesOfLast('“[*Lomax*] met. [He] left.”')).toContain('both quoted')
    expect(cluesOfLast('[*Lomax*] met. “[He] left.”')).toContain('quoted')
    expect(cluesOfLast('[*Ana Ruiz*] said so. [She] left.', 'Ana Ruiz')).not.toContain(
      'never a source',
    )
  })

  it('knows who spoke last', () => {
    const { tokens, mentions } = markedMentions(
      '[*Ana Ruiz*] said so. [She] said so.',
      'Ana Ruiz',
      'She',
    )
    let names: string[] = []
    walk(tokens, mentions, words, { speakerAt: () => null }, (mention, [cluster], context) => {
      if (cluster) names = cluesTo(mention, cluster, context).map(([name]) => name)
      return cluster ?? null
    })
    expect(names).toEqual(
      expect.arrayContaining(['he or she: both sources', 'he or she: spoke last']),
    )
  })
})
