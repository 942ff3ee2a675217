import { describe, expect, it } from 'vitest'
import { markedMentions, words } from '../../../tests/marked-mentions.js'
import { linkScore } from '../model/index.js'
import { resolveActors } from './resolve.js'
import { createScorer } from './scorer.js'

/** A few weights set by hand: enough to tell what the walk does with scores. */
const scorer = createScorer({
  'name of a person: same name': 4,
  'name of a person: part of a name': 3,
  'name of a person: another form of a name': 3,
  'he or she: nobody': -2,
  'he or she: same likely gender': 1,
  'he or she: 0 others between': 1,
  'he or she: the model': 2,
  'definite singular: same head, no other words': 3,
  'definite singular: tied': 3,
})

function groups(marked: string, speaker: string | null = null, all = false): string[][] {
  const { tokens, mentions, text } = markedMentions(marked, ...(speaker ? [speaker] : []))
  const speaks = mentions.find((mention) => text(mention) === speaker) ?? null
  const { clusters } = resolveActors(tokens, mentions, words, { speakerAt: () => speaks }, scorer)
  return clusters
    .map((cluster) => cluster.mentions.map(text))
    .filter((group) => all || group.length > 1)
}

describe('resolveActors', () => {
  it.each<[string, string[][]]>([
    ['[*Ana Ruiz*] left. [*Ruiz*] said [she] knew.', [['Ana Ruiz', 'Ruiz', 'she']]],
    ['[*Ana Ruiz*] met [*Piet Lomax*]. [*Lomax*] left.', [['Piet Lomax', 'Lomax']]],
    ['[*Ana Ruiz*] met [*Carl Ruiz*].', []],
    [
      '[*Ana Ruiz*] is [the mayor]. [The mayor] resigned.',
      [['Ana Ruiz', 'the mayor', 'The mayor']],
    ],
    ['[A minister] left. [The minister] resigned.', [['A minister', 'The minister']]],
    ['[*Ruiz*] left. [*Lomax*] came.', []],
  ])('%s', (marked, expected) => {
    expect(groups(marked)).toEqual(expected)
  })

  it('gives "I" and "we" to whoever is quoted', () => {
    expect(groups('“[I] knew,” [*Ana Ruiz*] said.', 'Ana Ruiz')).toEqual([['I', 'Ana Ruiz']])
    expect(groups('“[We] knew,” [*Ana Ruiz*] said.', 'Ana Ruiz')).toEqual([['We', 'Ana Ruiz']])
    expect(groups('“[You] knew,” [*Ana Ruiz*] said.', 'Ana Ruiz', true)).toEqual([
      ['Ana Ruiz'],
      ['You'],
    ])
  })

  it('finds a name far back, by its words', () => {
    const between = Array.from(
      { length: 40 },
      (_, k) => `[The guard] met [a driver of number ${k}].`,
    ).join(' ')
    expect(groups(`[*Ana Ruiz*] left. ${between} [*Ruiz*] came.`)).toContainEqual([
      'Ana Ruiz',
      'Ruiz',
    ])
  })

  it('asks the model, and says how sure it is', () => {
    const { tokens, mentions, text } = markedMentions('[*Ruiz*] met [*Lomax*]. [He] left.')
    const [ruiz, , he] = mentions
    ruiz!.scores.answer.set([1, 0])
    he!.scores.ask.set([3, 0])
    expect(linkScore(he!.scores.ask, ruiz!.scores.answer)).toBe(3)
    const { clusters, links } = resolveActors(
      tokens,
      mentions,
      words,
      { speakerAt: () => null },
      scorer,
    )
    expect(clusters[0]!.mentions.map(text)).toEqual(['Ruiz', 'He'])
    const link = links.get(he!)!
    expect(link.probability).toBeGreaterThan(0.9)
    expect(link.probability).toBeLessThan(1)
    expect(link.other?.mentions.map(text)).toEqual(['Lomax'])
  })

  it('says why', () => {
    const { tokens, mentions } = markedMentions('[*Ana Ruiz*] left. [*Ruiz*] came.')
    const why: string[] = []
    const telling = {
      score: scorer.score,
      why: scorer.why,
    }
    resolveActors(
      tokens,
      mentions,
      words,
      { speakerAt: () => null },
      {
        ...telling,
        score(mention, cluster, context) {
          if (cluster)
            why.push(
              ...telling
                .why(mention, cluster, context)
                .slice(0, 1)
                .map(([name]) => name),
            )
          return telling.score(mention, cluster, context)
        },
      },
    )
    expect(why).toEqual(['name of a person: part of a name'])
  })

  it('takes time in line with the number of actors', () => {
    const marked = Array.from(
      { length: 2000 },
      (_, k) => `[*Ana Q${String.fromCharCode(97 + (k % 26))}x${k}*] left.`,
    ).join(' ')
    expect(groups(marked)).toEqual([])
  })
})
