import type { ActorWords, Lexicon } from '../lexicon/index.js'
import type { Part } from '../model/index.js'
import type { ActorKind, StopSignal } from '../record/index.js'
import { rangeIndex, textOf, wordAt, type Tokens, type WordRange } from '../text/index.js'
import type { ActorDraft, Cast, Credentials, Draft, Remark, Tags } from './types.js'

/** Words between a mention and a remark on it: ", a", "who was". */
const NEAR = 4

interface Vocabulary {
  readonly words: ActorWords
  readonly isTitle: Lexicon['isTitle']
}

/**
 * Per actor: formal position, and the words that say how it comes to know. Phrases around its mentions are looked at;
 * a remark that the model hears chooses among them, or stands for itself where it is long enough to say something.
 */
export function findCredentials(
  tokens: Tokens,
  { remarks, parts }: Tags,
  { actors, of }: Cast,
  drafts: readonly Draft[],
  vocabulary: Vocabulary,
  stop?: StopSignal,
): Credentials[] {
  const text = (range: WordRange) => textOf(tokens, range)
  // "formerly known as" introduces a name.
  const renames = ({ range: [a, b] }: Remark) =>
    vocabulary.words.renaming(
      Array.from({ length: b - a }, (_, i) => wordAt(tokens, a + i).toLowerCase()),
    ) > 0
  const owner = owners(tokens, actors, of, drafts)
  const owned = new Map<number | null, Remark[]>()
  for (const remark of remarks) {
    const i = owner(remark)
    const list = owned.get(i)
    if (list) list.push(remark)
    else owned.set(i, [remark])
  }
  const sources = new Set(of.flat())
  return actors.map((actor, i) => {
    stop?.throwIfAborted()
    const heard = (kind: Remark['kind']) =>
      (owned.get(i) ?? [])
        .filter((remark) => remark.kind === kind && !renames(remark))
        .map(({ range }) => range)
    const { titles, standings } = phrasesAround(tokens, parts, actor, vocabulary)
    const title = HOLDERS.has(actor.kind) ? choose(heard('title'), titles)[0] : undefined
    const justification = sources.has(i) ? choose(heard('justification'), standings) : []
    const told = new Set(justification.map(text))
    return {
      title: title && !told.has(text(title)) ? text(title) : null,
      justification: told.size ? [...told].join('; ') : null,
    }
  })
}
const HOLDERS = new Set<ActorKind>(['person', 'unnamed-person'])

/** The phrases that remarks touch, and remarks of several words that touch none; without any, the first phrase. */
function choose(heard: readonly WordRange[], phrases: readonly WordRange[]): WordRange[] {
  const touching = rangeIndex(phrases, (phrase) => phrase)
  const chosen = heard.flatMap((range) => {
    const [phrase] = touching(range)
    return phrase ? [phrase] : range[1] - range[0] > 1 ? [range] : []
  })
  return chosen.length ? chosen : phrases.slice(0, 1)
}

/** The actor whose mention holds the remark or stands nearest before it, or else right after it; else the sentence's source. */
function owners(
  tokens: Tokens,
  actors: readonly ActorDraft[],
  spoke: Cast['of'],
  drafts: readonly Draft[],
): (remark: Remark) => number | null {
  const mentionsIn = rangeIndex(
    actors.flatMap(({ kind: of, mentions, cores }, i) =>
      mentions.map((range, m) => ({ i, of, range, core: cores[m] as WordRange })),
    ),
    ({ range }) => range,
  )
  const sourceIn = new Map<number | undefined, number>()
  drafts.forEach(({ source }, i) => {
    const sentence = source ? tokens.sentenceOf[source[0]] : undefined
    if (source && !sourceIn.has(sentence)) sourceIn.set(sentence, i)
  })
  return ({ kind, range: [first, end] }) => {
    let best: number | null = null
    let nearest = Infinity
    for (const { i, of, range, core } of mentionsIn([first - NEAR - 1, end + NEAR + 1])) {
      if (kind === 'justification' && (of === 'organization' || of === 'outlet')) continue
      const [a, b] = range
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
      if (core[0] >= first && core[1] <= end && !(core[0] === first && core[1] === end)) continue
      if (distance < nearest && (inside || distance <= NEAR)) [nearest, best] = [distance, i]
    }
    if (best !== null) return best
    const said = sourceIn.get(tokens.sentenceOf[first])
    return said === undefined ? null : (spoke[said]?.[0] ?? null)
  }
}

/** Phrases around an actor's mentions that name a position, or that say what it has to do with the story. */
function phrasesAround(
  tokens: Tokens,
  parts: Tags['parts'],
  { kind, mentions, cores }: ActorDraft,
  { words, isTitle }: Vocabulary,
): { titles: WordRange[]; standings: WordRange[] } {
  const titles: WordRange[] = []
  const standings: WordRange[] = []
  const unnamed = kind === 'unnamed-person' || kind === 'unnamed-group'
  if (kind !== 'person' && !unnamed) return { titles, standings }
  const word = (k: number) => wordAt(tokens, k).toLowerCase()
  const all = ([a, b]: WordRange) => Array.from({ length: b - a }, (_, i) => word(a + i))
  const file = (phrase: WordRange) => {
    // Forms of address say no position.
    const spoken = all(phrase).filter((w) => !words.isAddress(w.replace(/\.$/u, '')))
    if (spoken.some((w) => words.isStanding(w))) standings.push(phrase)
    else if (spoken.some((w) => isTitle(w) || words.sortOf(w) === 'person')) titles.push(phrase)
  }
  for (const [m, core] of cores.entries()) {
    const [start, end] = mentions[m] as WordRange
    const mechanical = words.isMechanics(word(core[1] + 1))
    // "his sister", "the sister of the pilot": whose it is says why it counts.
    const owned = all([start, end]).some(
      (w) => /^['’]s?$/u.test(w) || w === 'of' || words.pronoun(w),
    )
    if (words.isStanding(word(core[0])) && owned)
      standings.push([start, untilComma(tokens, core[1], end)])
    if (unnamed) {
      if (end - core[1] > 1 && words.isKnowing(word(core[1])) && !mechanical)
        standings.push([core[1], end])
      continue
    }
    // "Foreign Minister", "his sister,": before the name.
    let last = core[0]
    while (last > start && !/[\p{L}\p{N}.]$/u.test(word(last - 1))) last--
    let first = start
    while (first < last && words.isDefinite(word(first))) first++
    if (last > first) file([first, last])
    // ", a spokesman for the court,": after it, past an age or a party.
    const aside = asideAfter(tokens, core[1])
    if (!aside) continue
    if (/^whos?e?$/u.test(word(aside[0]))) {
      if (aside[1] - aside[0] > 2 && !words.isMechanics(word(aside[0] + 1))) standings.push(aside)
    } else if (aside[1] - aside[0] < LONGEST && !VERBAL.has(parts[aside[0]] as Part)) file(aside)
  }
  return { titles, standings }
}
const VERBAL = new Set<Part>(['VERB', 'PAST', 'MODAL', 'BASE', 'ADV'])
/** The longest position that is given after a name, in words. */
const LONGEST = 16

const untilComma = (tokens: Tokens, from: number, end: number) => {
  for (let k = from; k < end; k++) if (/^[,(]$/u.test(wordAt(tokens, k))) return k
  return end
}

/** What stands between the comma after a name and the next one; ages and parties are passed over. */
function asideAfter(tokens: Tokens, at: number): WordRange | null {
  let first = at
  for (;;) {
    const marked = wordAt(tokens, first) === ','
    if (!marked && wordAt(tokens, first).toLowerCase() !== 'who') return null
    first += marked ? 1 : 0
    let end = first
    while (
      end < tokens.words.length &&
      tokens.sentenceOf[end] === tokens.sentenceOf[at] &&
      !/^[,.;:—–)”"]$/u.test(wordAt(tokens, end)) &&
      !(end > first && wordAt(tokens, end).toLowerCase() === 'who')
    )
      end++
    const short = end - first <= 3 && /^(?:\d{1,3}|[RDI]-.*|[RDI])$/u.test(wordAt(tokens, first))
    if (!short) return end > first ? [first, end] : null
    first = end
  }
}
