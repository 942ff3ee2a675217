import { findMentions, type Mention, type Vocabulary } from '../coreference/index.js'
import { MENTION_TYPES, spanOfRows, type SpanScores } from '../model/index.js'
import { QUOTE, within, type Tokens } from '../text/index.js'
import type { Attributions, Draft, Mentioned, Tags } from './types.js'

/**
 * The mentions of an article, with those who speak in each draft: the members of a source that is joined by "and", else the
 * source.
 */
export function markMentions(
  tokens: Tokens,
  tags: Tags,
  drafts: readonly Draft[],
  heard: Pick<Attributions, 'spans' | 'ends'>,
  vocabulary: Vocabulary,
): Mentioned {
  const sources = sourceSpans(drafts, heard)
  const spoken = new Map(sources.flatMap((span) => (span ? [[String(span.range), span]] : [])))
  const mentions = findMentions(tokens, tags, vocabulary, heard.spans, [...spoken.values()])
  const byRange = new Map(mentions.map((mention) => [String(mention.range), mention]))
  const mentionOf = sources.map((span) => {
    const mention = span && byRange.get(String(span.range))
    const members = mention?.members.flatMap((range) => byRange.get(String(range)) ?? []) ?? []
    return members.length > 1 ? members : mention ? [mention] : []
  })
  const speakerAt = speakers(tokens, drafts, mentionOf)
  return { mentions, mentionOf, speech: { speakerAt: (word) => speakerAt[word] ?? null } }
}

/** Of each draft its source as a span with scores; where a pass has moved it, what is said of the longest scored span within. */
function sourceSpans(
  drafts: readonly Draft[],
  { spans, ends }: Pick<Attributions, 'spans' | 'ends'>,
): (SpanScores | null)[] {
  return drafts.map(({ source }) => {
    if (!source) return null
    const [first, last] = [ends.get(source[0]), ends.get(source[1] - 1)]
    if (first && last) return spanOfRows(first, last, source, 0)
    const inside = within(spans, ({ range }) => range, source)
    const longest = inside.reduce<SpanScores | null>(
      (best, span) => (best && sizeOf(best) >= sizeOf(span) ? best : span),
      null,
    )
    return { ...(longest ?? UNSCORED), range: source }
  })
}
/** What the model says of a span that it was not asked about: nothing. */
const UNSCORED: Omit<SpanScores, 'range'> = {
  score: 0,
  types: new Float32Array(MENTION_TYPES.length),
  ask: new Float32Array(0),
  answer: new Float32Array(0),
}

const sizeOf = ({ range: [first, end] }: SpanScores) => end - first

/** Per word inside quotation marks: who speaks there, by the smallest statement around it. */
function speakers(
  tokens: Tokens,
  drafts: readonly Draft[],
  mentionOf: readonly Mention[][],
): (Mention | undefined)[] {
  const at = new Array<Mention | undefined>(tokens.words.length)
  const size = ({ content }: Draft) => content.reduce((sum, [a, b]) => sum + b - a, 0)
  const widest = drafts
    .map((_, i) => i)
    .sort((a, b) => size(drafts[b] as Draft) - size(drafts[a] as Draft))
  for (const i of widest)
    for (const [a, b] of drafts[i]?.content ?? [])
      for (let k = a; k < b; k++)
        if (tokens.quotes[k] === QUOTE.inside && mentionOf[i]?.[0]) at[k] = mentionOf[i][0]
  return at
}
