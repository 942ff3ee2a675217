import { argmax, MENTION_TYPES, type SpanScores } from '../model/index.js'
import { wordAt, type Tokens, type WordRange } from '../text/index.js'
import { describe, headOf } from './describe.js'
import type { Mention, Tagged, Vocabulary } from './mention.js'
import type { NameWords } from './name-in.js'
import { membersOf } from './speakers.js'

/**
 * Mentions of people and bodies in text order, longer ones first: the spans that the model scored, without those that
 * cross a surer one or the end of a sentence. `sources` are kept in any case: somebody speaks there.
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
      .filter(({ range }) => !speaking.has(keyOf(range)) && isInSentence(tokens, range))
      .sort((a, b) => b.score - a.score || a.range[0] - b.range[0]),
  ]
  const kept = uncrossed(surest).sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1])
  const told: NameWords = {
    tokens,
    parts: tags.parts,
    words: vocabulary.words,
    entityOf: (word) => entityAt.get(word)?.kind ?? null,
    isTitle: vocabulary.isTitle,
  }
  const found = kept.flatMap((scores, i): Mention[] => {
    const { range } = scores
    const type = MENTION_TYPES[argmax(scores.types)] ?? 'none'
    const within = innerRanges(kept, i)
    const others = within.filter((inner) => !isApposed(tokens, inner, range))
    const isOwn = (word: number) => !others.some(([first, end]) => first <= word && word < end)
    const headless = headOf(tokens, tags.parts, entityAt, range) ?? lastWord(tokens, range)
    const members = membersOf(tokens, range, within)
    const described = describe(told, range, members.length ? null : type, headless, isOwn)
    const speaks = speaking.has(keyOf(range))
    return described ? [{ ...described, type, scores, speaks, members }] : []
  })
  return withoutDoubles(found)
}

/** The spans of the sorted list that lie within the one at `i`. */
function innerRanges(sorted: readonly SpanScores[], i: number): WordRange[] {
  const end = sorted[i]?.range[1] ?? 0
  const out: WordRange[] = []
  for (let k = i + 1; k < sorted.length && (sorted[k]?.range[0] ?? end) < end; k++)
    out.push((sorted[k] as SpanScores).range)
  return out
}

/** "the head of the office, [Ana Ruiz]", "[Ana Ruiz], the head of the office": whom the phrase speaks of, said again. */
function isApposed(tokens: Tokens, [first, end]: WordRange, outer: WordRange): boolean {
  const closed = end === outer[1] || (end + 1 === outer[1] && wordAt(tokens, end) === ',')
  const comes = first > outer[0] && wordAt(tokens, first - 1) === ','
  return (closed && comes) || (first === outer[0] && wordAt(tokens, end) === ',')
}

/** Of two mentions with one head of which one holds the other, the longer: not "the mayor" of "the mayor of the town". */
function withoutDoubles(mentions: readonly Mention[]): Mention[] {
  const repeats = (mention: Mention, outer: Mention) =>
    outer.range[1] >= mention.range[1] &&
    outer.head === mention.head &&
    outer.members.length === 0 &&
    !mention.speaks
  return mentions.filter((mention, i) => {
    for (let k = i - 1; k >= 0; k--) {
      const outer = mentions[k] as Mention
      if (mention.range[0] - outer.range[0] > NEAR) return true
      if (repeats(mention, outer)) return false
    }
    return true
  })
}

const isInSentence = ({ sentenceOf }: Tokens, [first, end]: WordRange) =>
  sentenceOf[first] === sentenceOf[end - 1]

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
