import { argmax, MENTION_TYPES, type SpanScores } from '../model/index.js'
import { wordAt, type Tokens, type WordRange } from '../text/index.js'
import { describe, headOf } from './describe.js'
import type { Mention, Tagged, Vocabulary } from './mention.js'

/**
 * Mentions of people and bodies in text order, longer ones first: the spans that the model scored, without those that
 * cross a surer one. `sources` are kept in any case: somebody speaks there.
 */
export function findMentions(
  tokens: Tokens,
  tags: Tagged,
  vocabulary: Vocabulary,
  spans: readonly SpanScores[],
  sources: readonly SpanScores[],
): Mention[] {
  const entityAt = new Map<number, Tagged['entities'][number]>()
  for (const entity of tags.entities)
    for (let k = entity.range[0]; k < entity.range[1]; k++) entityAt.set(k, entity)
  const speaking = new Set(sources.map(({ range }) => keyOf(range)))
  const surest = [
    ...sources,
    ...spans
      .filter(({ range }) => !speaking.has(keyOf(range)))
      .sort((a, b) => b.score - a.score || a.range[0] - b.range[0]),
  ]
  const kept = uncrossed(surest)
  return kept
    .flatMap((scores): Mention[] => {
      const { range } = scores
      const head = headOf(tokens, tags.parts, entityAt, range) ?? lastWord(tokens, range)
      if (head === null) return []
      const described = describe(tokens, tags, vocabulary, entityAt, range, head)
      const type = MENTION_TYPES[argmax(scores.types)] ?? 'none'
      return [{ ...described, range, type, scores, speaks: speaking.has(keyOf(range)) }]
    })
    .sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1])
}

const keyOf = ([first, end]: WordRange) => `${first} ${end}`

/** Spans that cross none before them in the list; of equal ones the first. */
function uncrossed(spans: readonly SpanScores[]): SpanScores[] {
  const endsFrom = new Map<number, SpanScores[]>()
  const kept: SpanScores[] = []
  for (const span of spans) {
    const [first, end] = span.range
    const near: SpanScores[] = []
    for (let k = Math.max(0, first - NEAR); k < end; k++) near.push(...(endsFrom.get(k) ?? []))
    if (near.some(({ range }) => crosses(range, span.range))) continue
    kept.push(span)
    endsFrom.set(first, [...(endsFrom.get(first) ?? []), span])
  }
  return kept
}

/** Words before a span in which one that crosses it may begin. */
const NEAR = 64

const crosses = ([a, b]: WordRange, [c, d]: WordRange) =>
  (a === c && b === d) || (a < c && c < b && b < d) || (c < a && a < d && d < b)

function lastWord(tokens: Tokens, [first, end]: WordRange): number | null {
  for (let k = end - 1; k >= first; k--) if (/[\p{L}\p{N}]/u.test(wordAt(tokens, k))) return k
  return null
}
