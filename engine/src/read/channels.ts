import type { ChannelWords, Outlets } from '../lexicon/index.js'
import { indices, QUOTE, textOf, wordAt, type Tokens, type WordRange } from '../text/index.js'
import type { Draft, Tags } from './types.js'

/** The longest phrase that names a medium, in words. */
const LONGEST = 12
/** Words to either side of a cue in which it is looked for; no sentence is longer that ends. */
const REACH = 200

/** Where the model heard no channel that is one, the medium the sentence names beside the statement: "told Radio Marel", "in an interview with …". */
export function findChannels<D extends Draft>(
  tokens: Tokens,
  { parts, phrases, entities }: Tags,
  drafts: readonly D[],
  { channels, outlets }: { channels: ChannelWords; outlets: Outlets },
): D[] {
  const word = (k: number) => wordAt(tokens, k).toLowerCase()
  const phraseAt = new Map<number, WordRange>()
  for (const phrase of phrases) if (!phraseAt.has(phrase[0])) phraseAt.set(phrase[0], phrase)
  const isOutlet = (range: WordRange) => outlets.isOutlet(textOf(tokens, range))

  /** "told Reuters": what follows the cue, when it is a medium. */
  const told = ({ cue }: Draft): WordRange | null => {
    if (!channels.isTelling(word(cue[1] - 1))) return null
    const phrase = phraseAt.get(cue[1])
    return phrase && isOutlet(phrase) ? phrase : null
  }

  /** "in an interview with Radio Marel", "speaking to reporters": a phrase of the sentence outside what is said. */
  const beside = (draft: Draft): WordRange | null => {
    const taken = new Set(
      [draft.cue, ...(draft.source ? [draft.source] : []), ...draft.content].flatMap(([a, b]) =>
        Array.from({ length: b - a }, (_, i) => a + i),
      ),
    )
    const sentence = tokens.sentenceOf[draft.cue[0]]
    let first = draft.cue[0]
    const [from, to] = [draft.cue[0] - REACH, draft.cue[1] + REACH]
    while (first > Math.max(0, from) && tokens.sentenceOf[first - 1] === sentence) first--
    for (let k = first; k < to && tokens.sentenceOf[k] === sentence; k++) {
      if (taken.has(k) || tokens.quotes[k] !== QUOTE.outside) continue
      const speaking = channels.isSpeaking(word(k)) && word(k + 1) === 'to'
      const end = speaking
        ? toldTo(k + 2)
        : channels.isPreposition(word(k))
          ? endOfMedium(k + 1)
          : null
      if (end !== null && !rangeMeets([k, end], taken)) return speaking ? [k + 2, end] : [k, end]
    }
    return null
  }
  const toldTo = (k: number) => {
    const phrase = phraseAt.get(k)
    return phrase && isOutlet(phrase) ? phrase[1] : null
  }
  /** The end of a phrase whose head is a medium, from its first word; null when it is none. */
  const endOfMedium = (from: number): number | null => {
    let head: number | null = null
    for (
      let k = from;
      k < from + LONGEST && tokens.sentenceOf[k] === tokens.sentenceOf[from];
      k++
    ) {
      const part = parts[k]
      if (part === 'NOUN' || part === 'NAME') head = k
      else if (
        head !== null ||
        (part !== 'DET' && part !== 'ADJ' && part !== 'PRON' && part !== 'NUM')
      )
        break
    }
    if (head === null || !channels.isMedium(word(head))) return null
    if (!/^(?:with|to)$/u.test(word(head + 1))) return head + 1
    // "… with Radio Marel": to the end of the phrase that follows, or of the name.
    let end = phraseAt.get(head + 2)?.[1] ?? head + 3
    while (parts[end] === 'NAME') end++
    for (let k = head + 2; k < end; k++) if (word(k) === ',') end = k
    return end
  }

  const named = new Set(
    entities.flatMap(({ kind, range }) => (kind === 'ORG' ? indices(range) : [])),
  )
  /** "In a report", "the Varnholt Herald"; a smile, a town and the ferrymen carry no words. */
  const isChannel = (range: WordRange) => {
    const text = textOf(tokens, range)
    if (isOutlet(range) || outlets.isSelf(text)) return true
    const inside = indices(range)
    if (channels.isHeardIn(inside.map(word))) return true
    return word(range[0]) !== 'by' && inside.some((k) => named.has(k))
  }

  return drafts.map((draft) => {
    const heard = draft.channel && isChannel(draft.channel) ? draft.channel : null
    const channel = heard ?? told(draft) ?? beside(draft)
    return channel === draft.channel ? draft : { ...draft, channel }
  })
}

const rangeMeets = ([a, b]: WordRange, words: ReadonlySet<number>) => {
  for (let k = a; k < b; k++) if (words.has(k)) return true
  return false
}
