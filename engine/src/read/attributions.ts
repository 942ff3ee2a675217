import type { Lexicon } from '../lexicon/index.js'
import { ACTOR_KINDS, ACTS, type StopSignal } from '../record/index.js'
import {
  argmax,
  bestTags,
  cutWindows,
  decodeCues,
  either,
  endRow,
  findSpans,
  meanRow,
  ROLE_TAG,
  ROLES,
  softmax,
  spansOfTag,
  surenessOf,
  isLetterless,
  noTags,
  putMarks,
  putTags,
  remembering,
  type CueScores,
  type Decoding,
  type EndRow,
  type ReaderModel,
  type Scored,
  type SpanScores,
} from '../model/index.js'
import { wordAt, type Tokens, type WordRange } from '../text/index.js'
import type { Attributions, Draft } from './types.js'

/** Log probability of no cue above which a word is not looked up. */
const PLAIN = -0.12

/**
 * Finds cues, and asks of each cue which words are its source, content, channel and time. Windows without a letter are not
 * scored, and a window that is the same as one of the last few is scored once.
 */
export async function findAttributions(
  tokens: Tokens,
  { scorer: model, subwords, window: size, decoding, mentions }: ReaderModel,
  { actOf }: Pick<Lexicon, 'actOf'>,
  stop?: StopSignal,
): Promise<Attributions> {
  const drafts: Draft[] = []
  const spans: SpanScores[] = []
  const ends = new Map<number, EndRow>()
  const tags = noTags(tokens.words.length)
  const scorer = remembering(model)
  for (const window of cutWindows(tokens, subwords, size)) {
    stop?.throwIfAborted()
    const { body, all, input } = window
    if (isLetterless(input)) {
      putMarks(tags, window)
      continue
    }
    const scores = await scorer.readWords(input)
    const offset = all[0]
    putTags(tags, window, scores)
    const ask = async (cues: readonly Scored[]): Promise<Draft[]> => {
      if (cues.length === 0) return []
      const asked = await scorer.askCues(
        scores,
        cues.map((cue) => cue.range),
      )
      return cues.map((cue, i) => inOneSentence(tokens, draftOf(cue, i, asked, offset, decoding)))
    }
    const { outside, nested, named, nobody, again } = decoding.cue
    const inBody = ({ range: [first] }: Scored) =>
      first + offset >= body[0] && first + offset < body[1]
    const outer = await ask(decodeCues(scores.cue, () => outside, again).filter(inBody))
    // Once contents are known, look in them again for what stands nested there.
    const inContent = wordsOf(
      outer.flatMap((draft) => draft.content),
      offset,
    )
    const cost = (word: number) => {
      if (!inContent.has(word)) return outside
      if ((scores.cue[word * 3] ?? 0) > PLAIN) return nested
      const [first, second] = [wordAt(tokens, word + offset), wordAt(tokens, word + offset + 1)]
      return (actOf(first) ?? actOf(`${first} ${second}`)) ? named : nested
    }
    const taken = wordsOf(
      outer.map((draft) => draft.cue),
      offset,
    )
    const inner = decodeCues(scores.cue, cost, again).filter(
      (cue) =>
        inBody(cue) &&
        indices(...cue.range).every((word) => inContent.has(word) && !taken.has(word)),
    )
    const nestedDrafts = (await ask(inner)).filter(
      ({ source, scores }) => source || scores.cue >= nobody,
    )
    const found = [...outer, ...nestedDrafts].sort((a, b) => a.cue[0] - b.cue[0])
    drafts.push(...found)
    const inArticle = (span: SpanScores): SpanScores => ({
      ...span,
      range: [span.range[0] + offset, span.range[1] + offset],
    })
    spans.push(
      ...findSpans(scores.ends, body[0] - offset, body[1] - offset, mentions.least).map(inArticle),
    )
    for (const { source } of found)
      for (const word of source ? indices(...source) : [])
        ends.set(word, endRow(scores.ends, word - offset))
  }
  return { drafts, tags, spans, ends }
}

const indices = (first: number, end: number) =>
  Array.from({ length: end - first }, (_, k) => first + k)

/** The words of ranges of the article, counted within the window that starts at `offset`. */
const wordsOf = (ranges: readonly WordRange[], offset: number) =>
  new Set(ranges.flatMap(([first, end]) => indices(first - offset, end - offset)))

function draftOf(
  cue: Scored,
  i: number,
  asked: CueScores,
  offset: number,
  decoding: Decoding,
): Draft {
  const tags = ROLES.length
  const { seen } = asked
  const logp = asked.role.subarray(i * seen * tags, (i + 1) * seen * tags)
  const path = bestTags(logp, tags, (tag) =>
    tag === ROLE_TAG.content ? decoding.content : decoding.other,
  )
  const spans = (tag: number) => spansOfTag(path, tag, logp, tags)
  const [source, channel, said] = [ROLE_TAG.source, ROLE_TAG.channel, ROLE_TAG.said].map((tag) =>
    surest(spans(tag)),
  )
  const content = keepFragments(spans(ROLE_TAG.content), decoding.fragment)
  const by = offset + (asked.from[i] ?? 0)
  const shift = ({ range: [a, b] }: Scored): WordRange => [a + by, b + by]
  const kinds =
    source &&
    meanRow(asked.kind, ACTOR_KINDS.length, i * seen + source.range[0], i * seen + source.range[1])
  const named = source && source.score >= decoding.source ? source : undefined
  const kind = (kinds && ACTOR_KINDS[argmax(kinds)]) ?? 'person'
  const acts = softmax(asked.act.subarray(i * ACTS.length, (i + 1) * ACTS.length))
  const rangesOf = (found: readonly Scored[]) => found.map(({ range }) => range)
  const sureness = (found: readonly Scored[], tag: number) =>
    surenessOf(rangesOf(found), tag, logp, tags)
  return {
    cue: [cue.range[0] + offset, cue.range[1] + offset],
    source: named ? shift(named) : null,
    ...(source && !named && { hint: { range: shift(source), kind } }),
    content: content.map(shift),
    channel: channel ? shift(channel) : null,
    said: said ? shift(said) : null,
    act: ACTS[argmax(acts)] ?? 'assert',
    negated: false,
    kind: named ? kind : null,
    scores: {
      cue: cue.score,
      source: named ? named.score : sourceless(logp, tags),
      content: content.length ? content.reduce((sum, c) => sum + c.score, 0) / content.length : 0,
    },
    heard: {
      acts,
      content: content.map(shift),
      sureness: {
        source: sureness(named ? [named] : [], ROLE_TAG.source),
        content: sureness(content, ROLE_TAG.content),
      },
      cut: content.some(({ range: [first, end] }) => first === 0 || end === seen),
    },
  }
}

/** A source is a phrase of one sentence, the cue's where it reaches into that. */
function inOneSentence({ sentenceOf }: Tokens, draft: Draft): Draft {
  const { source, cue } = draft
  if (!source || sentenceOf[source[0]] === sentenceOf[source[1] - 1]) return draft
  const all = indices(...source)
  const own = all.filter((k) => sentenceOf[k] === sentenceOf[cue[0]])
  const kept = own.length ? own : all.filter((k) => sentenceOf[k] === sentenceOf[source[1] - 1])
  return { ...draft, source: [kept[0] as number, (kept.at(-1) as number) + 1] }
}

const surest = (spans: readonly Scored[]): Scored | undefined =>
  spans.reduce<Scored | undefined>(
    (best, span) => (best && best.score >= span.score ? best : span),
    undefined,
  )

/** Every fragment that is sure, and the surest in any case. */
function keepFragments(spans: readonly Scored[], least: number): Scored[] {
  const best = surest(spans)
  return spans.filter((span) => span === best || span.score >= least)
}

/** How sure it is that no word is the source. */
function sourceless(logp: Float32Array, tags: number): number {
  let most = 0
  for (let k = ROLE_TAG.source; k < logp.length; k += tags) most = Math.max(most, either(logp, k))
  return 1 - most
}
