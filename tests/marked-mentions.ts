import { loadActorWords, loadLexicon, loadOutlets } from '../engine/src/lexicon/index.js'
import { MENTION_TYPES, type MentionType, type SpanScores } from '../engine/src/model/index.js'
import type { Tags } from '../engine/src/read/types.js'
import { readMarked } from './marked.js'
import { spanOf, type Tokens, type WordRange } from '../engine/src/text/index.js'
import { findMentions } from '../engine/src/coreference/find-mentions.js'
import type { Mention } from '../engine/src/coreference/mention.js'

/** For tests: mentions of a text with phrases in brackets, and what they are called there. */
export const words = loadActorWords()
const vocabulary = { words, outlets: loadOutlets(), isTitle: loadLexicon().isTitle }

/** A span that the model says nothing of but its type. */
export function spanOfType(range: WordRange, type: MentionType = 'person', score = 1): SpanScores {
  const types = Float32Array.from(MENTION_TYPES, (each) => (each === type ? 4 : 0))
  return { range, score, types, ask: new Float32Array(3), answer: new Float32Array(2) }
}

/** Every phrase in brackets as the model would score it: with a person's name in it a person, with another a body, else somebody unnamed. */
export function markedSpans({ phrases, entities }: Tags): SpanScores[] {
  return phrases.map((range) => {
    const inside = entities.filter(
      (entity) => range[0] <= entity.range[0] && entity.range[1] <= range[1],
    )
    const kinds = new Set(inside.map(({ kind }) => kind))
    return spanOfType(
      range,
      kinds.has('PER') ? 'person' : kinds.size ? 'organization' : 'unnamed-person',
    )
  })
}

/** `sources`: phrases that are sources, as they stand in the text. */
export function markedMentions(
  marked: string,
  ...sources: string[]
): {
  tokens: Tokens
  mentions: Mention[]
  text: (mention: Mention) => string
  textOf: (range: WordRange) => string
} {
  const { tokens, tags } = readMarked(marked)
  const textOf = (range: WordRange) => {
    const { start, end } = spanOf(tokens, range)
    return tokens.text.slice(start, end)
  }
  const spans = markedSpans(tags)
  const spoken = spans.filter(({ range }) => sources.includes(textOf(range)))
  const mentions = findMentions(tokens, tags, vocabulary, spans, spoken)
  return { tokens, mentions, text: ({ range }) => textOf(range), textOf }
}
