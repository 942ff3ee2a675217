import fc from 'fast-check'
import { expect, it } from 'vitest'
import { loadLexicon, loadPeople } from '../lexicon/index.js'
import { TAGS } from '../model/index.js'
import { spanOf, tokenize, type WordRange } from '../text/index.js'
import antecedents from '../../models/reader/antecedents.json' with { type: 'json' }
import { markedSpans } from '../../../tests/marked-mentions.js'
import { castActors } from './actors.js'
import { markMentions } from './mentions.js'
import { findChannels } from './channels.js'
import { findCredentials } from './credentials.js'
import type { Draft, Entity } from './types.js'

const lexicon = loadLexicon()
const people = loadPeople(lexicon)
const WORDS =
  'Ana Ruiz Inc. Ltd Jr. railway Verdan OSA Office of for the a , ( ) and who his she they “ ” ’s Herald minister brother I US told in interview with . ! \n é 🙂 1,000'
const KINDS = ['PER', 'ORG', 'LOC', 'DATE', 'NUM'] as const

it('knows who is who in any words with any tags, and never throws', () => {
  const range = (words: number) =>
    fc
      .tuple(fc.nat(words - 1), fc.integer({ min: 1, max: 6 }))
      .map(([first, length]): WordRange => [first, Math.min(words, first + length)])
  const reading = fc
    .array(fc.constantFrom(...WORDS.split(' ')), { minLength: 1, maxLength: 60 })
    .map((words) => tokenize(words.join(' '), lexicon.abbreviations))
    .filter(({ words }) => words.length > 0)
    .chain((tokens) => {
      const n = tokens.words.length
      return fc.record({
        tokens: fc.constant(tokens),
        parts: fc.array(fc.constantFrom(...TAGS.part), { minLength: n, maxLength: n }),
        phrases: fc.array(range(n), { maxLength: 12 }),
        entities: fc.array(fc.record({ kind: fc.constantFrom(...KINDS), range: range(n) }), {
          maxLength: 8,
        }),
        remarks: fc.array(
          fc.record({
            kind: fc.constantFrom('title' as const, 'justification' as const),
            range: range(n),
          }),
          { maxLength: 3 },
        ),
        said: fc.array(
          fc.record({
            cue: range(n),
            source: fc.option(range(n)),
            content: fc.array(range(n), { maxLength: 2 }),
            channel: fc.option(range(n)),
          }),
          { maxLength: 4 },
        ),
      })
    })
  fc.assert(
    fc.property(reading, ({ tokens, parts, phrases, entities, remarks, said }) => {
      const apart = entities
        .sort((a, b) => a.range[0] - b.range[0])
        .filter(({ range: [a] }, i, all) => i === 0 || a >= (all[i - 1] as Entity).range[1])
      const tags = { parts, phrases, entities: apart, remarks }
      const drafts = said.map((each): Draft => ({
        ...each,
        said: null,
        act: 'assert',
        negated: false,
        kind: each.source && 'person',
        scores: { cue: 1, source: 1, content: 1 },
      }))
      const told = findChannels(tokens, tags, drafts, people)
      const cast = castActors(
        { outlet: 'The Verdan Herald' },
        tokens,
        told,
        markMentions(tokens, tags, told, { spans: markedSpans(tags), ends: new Map() }, people),
        antecedents,
        people,
      )
      const credentials = findCredentials(tokens, tags, cast, told, people)
      expect(credentials).toHaveLength(cast.actors.length)
      for (const { name, mentions } of cast.actors) {
        expect(name).not.toBe('')
        for (const mention of mentions) spanOf(tokens, mention)
      }
    }),
    { numRuns: 1500 },
  )
})
