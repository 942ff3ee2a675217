import type { AddresseeWords, Auxiliaries, Subjects } from '../lexicon/index.js'
import type { Part } from '../model/index.js'
import type { Act } from '../record/index.js'
import { indices, lowerWords, within, meets, type Tokens, type WordRange } from '../text/index.js'
import type { Draft, Tags } from './types.js'

/** The longest subject that is looked at, in words. */
const LONGEST = 12
const VERBS = new Set<Part>(['VERB', 'PAST', 'BASE'])
const NOMINAL = new Set<Part>(['NAME', 'PRON', 'NUM', 'NOUN'])
const MODIFYING = new Set<Part>(['NAME', 'NOUN', 'ADJ', 'NUM', 'DET', 'PRON'])
const DENYING = new Set<Act>(['deny', 'doubt', 'criticize', 'decline'])
const DESCRIBED = new Set<Part>(['NOUN', 'NAME', 'ADJ'])

/**
 * An active verb has somebody who does what it says ("Many told …", "Another said", "the chairwoman, who told …"): where the
 * model was not sure of the source, it is the words it thought of, or else the verb's subject. Nobody is named by passives,
 * adverbs and nouns alone. Where the model saw but a part of the words ("the", "who"), they are made whole.
 */
export function keepSources(
  tokens: Tokens,
  { parts, phrases, entities }: Pick<Tags, 'parts' | 'phrases' | 'entities'>,
  drafts: readonly Draft[],
  { isAuxiliary, isNegation, isPassive }: Auxiliaries,
  { isNobody, isOwner, isSomebody }: Subjects,
  { isTelling }: Pick<AddresseeWords, 'isTelling'>,
): Draft[] {
  const words = lowerWords(tokens)
  const word = (k: number) => words[k] ?? ''
  const denials = new Map<number, Draft[]>()
  for (const draft of drafts)
    if (draft.source && DENYING.has(draft.act))
      denials.set(draft.source[0], [...(denials.get(draft.source[0]) ?? []), draft])
  const nameAt = new Map<number, WordRange>()
  for (const { kind, range } of entities)
    if (kind === 'PER' || kind === 'ORG') for (const k of indices(range)) nameAt.set(k, range)
  return drafts.map((draft) => {
    const named =
      draft.source && !isTold(draft.cue, draft.source) && !isDenied(draft) ? draft.source : null
    const found = named ? wholeSource(named, draft.cue) : sourceOf(draft)
    const source = found && wholeNames(found)
    if (source === draft.source) return draft
    const inferred = !draft.source
    return {
      ...draft,
      source,
      inferred,
      kind: source && (draft.kind ?? draft.hint?.kind ?? kindOf(source)),
    }
  })

  /** "Officials were told", "she had been warned": the subject hears, and nobody named speaks. */
  function isTold([first, end]: WordRange, source: WordRange): boolean {
    const passive = indices([first, end]).some((k) => isPassive(word(k)))
    if (!passive || !isTelling(word(end - 1)) || word(end - 1).endsWith('ing')) return false
    let subject = first
    while (parts[subject - 1] === 'ADV') subject--
    return source[1] === subject
  }

  /** A source that ends or begins within a name has all of it: "Ines|Okafor said". */
  function wholeNames(source: WordRange): WordRange {
    const [first, end] = source
    const from = Math.min(first, nameAt.get(first)?.[0] ?? first)
    const to = Math.max(end, nameAt.get(end - 1)?.[1] ?? end)
    return (from === first && to === end) || !sameSentence(from, to - 1) ? source : [from, to]
  }

  /** "denied reports", "dismissed the rumours": who denies them does not make them. */
  function isDenied({ cue, source }: Draft): boolean {
    if (!source || !indices(cue).every((k) => parts[k] === 'NOUN')) return false
    return (denials.get(source[0]) ?? []).some(
      (other) =>
        source[1] <= other.cue[0] &&
        other.content.some(([first, end]) => first <= cue[0] && cue[1] <= end),
    )
  }

  function kindOf([, end]: WordRange): Draft['kind'] {
    return parts[end - 1] === 'NOUN' && word(end - 1).endsWith('s')
      ? 'unnamed-group'
      : 'unnamed-person'
  }

  /** The subject of a verb without a source. */
  function sourceOf({ cue, hint }: Draft): WordRange | null {
    if (!isActive(cue)) return null
    const subject = subjectBefore(cue[0])
    const meant = subject && (!hint || meets(subject, hint.range)) ? subject : (hint?.range ?? null)
    if (!meant || (parts[meant[0]] === 'PRON' && isNobody(word(meant[1] - 1)))) return null
    return wholeSource(meant, cue)
  }

  /** "who" is the phrase before it, "bank" of "my bank" the whole phrase, and "the" alone nobody. */
  function wholeSource(source: WordRange, cue: WordRange): WordRange | null {
    const [first, end] = source
    if (end - first > 1) return source
    if (/^(?:who|which|that)$/u.test(word(first))) return subjectBefore(end)
    // "his claims": whoever owns the claim is the source; "our reporter says": the reporter is.
    if (isOwner(word(first))) return ownsClaim(first, cue) ? source : (phraseFrom(first) ?? source)
    if (isNobody(word(first)) && parts[first] !== 'PRON') return phraseFrom(first)
    return parts[first] === 'NOUN' ? (phraseUpTo(end) ?? [runUpTo(end), end]) : source
  }

  /** Is the cue the noun that is owned: "his [claims]", "their long-standing [demand]"? */
  function ownsClaim(owner: number, [first]: WordRange): boolean {
    return (
      first > owner &&
      indices([owner + 1, first]).every((k) => parts[k] === 'ADJ' || parts[k] === 'ADV') &&
      !VERBS.has(parts[first] as Part)
    )
  }

  /** A finite verb that is no passive and no participle: "said", "has told"; not "was told", "believed to", "alleged". */
  function isActive([first, end]: WordRange): boolean {
    const cue = indices([first, end])
    const last = word(end - 1)
    if (!cue.some((k) => VERBS.has(parts[k] as Part)) || last.endsWith('ly')) return false
    if (cue.some((k) => isPassive(word(k)))) return false
    if (cue.some((k) => isAuxiliary(word(k)) || isNegation(word(k)))) return true
    if (!/(?:ed|wn|en)$/u.test(last)) return true
    return (
      !DESCRIBED.has(parts[end] as Part) && !/^(?:to|by|in|with|for|of|as|[,.])$/u.test(word(end))
    )
  }

  /** The phrase right before a verb, adverbs apart, or before the "who" that is its subject. */
  function subjectBefore(verb: number): WordRange | null {
    let end = verb
    while (parts[end - 1] === 'ADV') end--
    if (/^(?:who|which|that)$/u.test(word(end - 1))) end--
    while (word(end - 1) === ',') end--
    if (end < 1 || tokens.sentenceOf[end - 1] !== tokens.sentenceOf[verb - 1]) return null
    const phrase = phraseUpTo(end)
    if (phrase) return phrase
    const stands = NOMINAL.has(parts[end - 1] as Part) || isSomebody(word(end - 1))
    return stands && !isNobody(word(end - 1)) ? [runUpTo(end), end] : null
  }

  function phraseUpTo(end: number): WordRange | null {
    const near = within(phrases, (phrase) => phrase, [Math.max(0, end - LONGEST), end])
    const found = near.find(([first, last]) => last === end && sameSentence(first, end - 1))
    return found && !isNobody(word(end - 1)) ? found : null
  }

  /** Where the article and the adjectives before a noun begin: "A UN|official". */
  function runUpTo(end: number): number {
    let first = end - 1
    if (parts[first] !== 'NOUN' && parts[first] !== 'NAME') return first
    while (first > 0 && sameSentence(first - 1, first) && MODIFYING.has(parts[first - 1] as Part))
      if (parts[--first] === 'DET' || parts[first] === 'PRON') break
    return first
  }

  function phraseFrom(first: number): WordRange | null {
    const near = within(phrases, (phrase) => phrase, [first, first + LONGEST])
    return near.find(([from, end]) => from === first && end - from > 1) ?? null
  }

  function sameSentence(a: number, b: number): boolean {
    return tokens.sentenceOf[a] === tokens.sentenceOf[b]
  }
}
