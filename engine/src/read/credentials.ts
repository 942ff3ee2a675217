import type { ActorWords, Lexicon } from '../lexicon/index.js'
import type { ActorKind } from '../record/index.js'
import { spanOf, wordAt, type Tokens, type WordRange } from '../text/index.js'
import type { ActorDraft, Cast, Credentials, Draft, Remark, Tags } from './types.js'

/** Words between a mention and a remark on it: ", a", "who was". */
const NEAR = 4

/** Per actor. Remarks that the model hears are given to the mention they stand in or next to; a name's own title otherwise. */
export function findCredentials(
  tokens: Tokens,
  { remarks }: Tags,
  { actors, of }: Cast,
  drafts: readonly Draft[],
  { words, isTitle }: { words: ActorWords; isTitle: Lexicon['isTitle'] },
): Credentials[] {
  const text = (range: WordRange) => {
    const { start, end } = spanOf(tokens, range)
    return tokens.text.slice(start, end).replace(/\s+/gu, ' ')
  }
  const owners = remarks.map((remark) => ownerOf(tokens, remark, actors, of, drafts))
  return actors.map((actor, i) => {
    const mine = (kind: Remark['kind']) =>
      remarks
        .filter((remark, r) => remark.kind === kind && owners[r] === i)
        .map(({ range }) => range)
    const [title = ownTitle(tokens, actor, words, isTitle)] = mine('title')
    const heard = mine('justification')
    const justification = (heard.length ? heard : ownJustification(tokens, actor, words)).map(text)
    return {
      title: title && HOLDERS.has(actor.kind) ? text(title) : null,
      justification: justification.length ? [...new Set(justification)].join('; ') : null,
    }
  })
}

/** The actor whose mention holds the remark or stands nearest before it, or else right after it; else the sentence's source. */
function ownerOf(
  tokens: Tokens,
  { range: [first, end] }: Remark,
  actors: readonly ActorDraft[],
  of: Cast['of'],
  drafts: readonly Draft[],
): number | null {
  let best: number | null = null
  let nearest = Infinity
  actors.forEach(({ mentions, cores }, i) => {
    mentions.forEach(([a, b], m) => {
      if (a > end + NEAR || b < first - NEAR) return
      const core = cores[m] as WordRange
      const inside = a <= first && end <= b
      const gap =
        core[0] >= end
          ? core[0] - end
          : first >= core[1]
            ? first - core[1] + 0.5
            : inside
              ? 0
              : Infinity
      const distance = inside ? Math.min(gap, NEAR) : gap
      // A title is no title of whom it names: "the president of Verdan Rail".
      if (core[0] >= first && core[1] <= end && !(core[0] === first && core[1] === end)) return
      if (distance < nearest && (inside || distance <= NEAR)) [nearest, best] = [distance, i]
    })
  })
  if (best !== null) return best
  const sentence = tokens.sentenceOf[first]
  const said = drafts.findIndex(({ source }) => source && tokens.sentenceOf[source[0]] === sentence)
  return said < 0 ? null : (of[said]?.[0] ?? null)
}

/** "Foreign Minister" of "Foreign Minister Ana Ruiz": the words before a person's name when one of them is a title. */
function ownTitle(
  tokens: Tokens,
  { kind, mentions, cores }: ActorDraft,
  words: ActorWords,
  isTitle: Lexicon['isTitle'],
): WordRange | undefined {
  if (kind !== 'person') return undefined
  for (const [m, core] of cores.entries()) {
    let [first] = mentions[m] as WordRange
    let end = core[0]
    const word = (k: number) => wordAt(tokens, k).toLowerCase()
    while (first < end && (words.isDefinite(word(first)) || words.isIndefinite(word(first))))
      first++
    while (end > first && !/[\p{L}\p{N}.]$/u.test(word(end - 1))) end--
    const titled = Array.from({ length: end - first }, (_, i) => word(first + i)).some(
      (w) => (isTitle(w) || words.sortOf(w) === 'person') && !ADDRESS.test(w),
    )
    if (titled) return [first, end]
  }
  return undefined
}
const HOLDERS = new Set<ActorKind>(['person', 'unnamed-person'])

/** "who fled the town" of a named witness; "familiar with the talks" of an unnamed one; ", the pilot's father". */
function ownJustification(
  tokens: Tokens,
  { kind, mentions, cores }: ActorDraft,
  words: ActorWords,
): WordRange[] {
  const unnamed = kind === 'unnamed-person' || kind === 'unnamed-group'
  if (kind !== 'person' && !unnamed) return []
  const word = (k: number) => wordAt(tokens, k).toLowerCase()
  for (const [m, core] of cores.entries()) {
    const [, end] = mentions[m] as WordRange
    const after = core[1]
    if (unnamed && end - after > 1 && words.isKnowing(word(after))) return [[after, end]]
    const aside = word(after) === ',' ? after + 1 : after
    if (kind === 'person' && /^whos?e?$/u.test(word(aside))) {
      const close = endOfAside(tokens, aside)
      if (close - aside > 2) return [[aside, close]]
    }
    if (kind === 'person' && aside > after) {
      const close = endOfAside(tokens, aside)
      const noun = Array.from({ length: Math.min(close - aside, 5) }, (_, i) => aside + i)
      if (close - aside < 9 && noun.some((k) => words.isStanding(word(k)))) return [[aside, close]]
    }
  }
  return []
}

/** Up to the next comma or the end of the sentence. */
function endOfAside(tokens: Tokens, from: number): number {
  let k = from
  while (
    k < tokens.words.length &&
    tokens.sentenceOf[k] === tokens.sentenceOf[from] &&
    !/^[,.;:—–)”"]$/u.test(wordAt(tokens, k))
  )
    k++
  return k
}

/** Forms of address say no position. */
const ADDRESS = /^(?:mr|mrs|ms|miss|sir|dame|lord|lady)\.?$/u
