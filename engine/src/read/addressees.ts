import type { People } from '../lexicon/index.js'
import type { Part } from '../model/index.js'
import { indices, lowerWords, meets, type Tokens, type WordRange } from '../text/index.js'
import type { Draft, Tags } from './types.js'

/** The longest phrase that says to whom, in words. */
const LONGEST = 10

/**
 * Whom a statement is said to: the phrase right after a verb of telling, or after the preposition it takes. It is no part of
 * what is said: "told [the council] that …", "called [on Mr Holm] to resign".
 */
export function findAddressees<D extends Draft>(
  tokens: Tokens,
  { parts, phrases, entities }: Pick<Tags, 'parts' | 'phrases' | 'entities'>,
  drafts: readonly D[],
  { addressees, words: { sortOf } }: Pick<People, 'addressees' | 'words'>,
): D[] {
  const words = lowerWords(tokens)
  const phrasesAt = new Map<number, WordRange[]>()
  for (const phrase of phrases)
    phrasesAt.set(phrase[0], [...(phrasesAt.get(phrase[0]) ?? []), phrase])
  const named = new Set(
    entities.flatMap(({ kind, range }) => (kind === 'PER' || kind === 'ORG' ? indices(range) : [])),
  )
  return drafts.map((draft) => {
    const addressee = addresseeOf(draft)
    if (!addressee) return draft
    return {
      ...draft,
      addressee,
      content: draft.content.flatMap((part) => without(part, addressee)),
    }
  })

  function addresseeOf({ cue: [first, end], source, content, channel }: D): WordRange | null {
    const verb = words[end - 1] ?? ''
    const led = addressees.leadsTo(verb, words[end] ?? '')
    if (!led && !addressees.isTelling(words.slice(first, end).join(' '))) return null
    const phrase = phraseAt(led ? end + 1 : end)
    if (!phrase || (source && meets(phrase, source))) return null
    // "told Radio Marel": the medium, which stands in the chain.
    if (channel && meets(phrase, channel)) return null
    const inside = content.find((part) => meets(part, phrase))
    // "asked the council to wait": the content begins after whoever is asked, unless it is what is asked for.
    if (
      inside &&
      (inside[0] !== phrase[0] - (led ? 1 : 0) ||
        !/^(?:to|that|not|if|whether)$/u.test(words[phrase[1]] ?? ''))
    )
      return null
    return [end, phrase[1]]
  }

  /** The longest phrase from a word on that speaks of somebody. */
  function phraseAt(first: number): WordRange | null {
    if (addressees.isAnybody(words[first] ?? '')) return [first, first + 1]
    const found = phrasesAt.get(first)?.find(([a, b]) => b - a <= LONGEST && isSomebody([a, b]))
    return found && tokens.sentenceOf[found[1] - 1] === tokens.sentenceOf[first] ? found : null
  }

  /** Is its head, the last noun before what hangs on it, a person or body, or part of a name? */
  function isSomebody(range: WordRange): boolean {
    const hanging = indices(range).find((k) => HANGING.has(parts[k] as Part) || words[k] === ',')
    const head = (hanging ?? range[1]) - 1
    return head >= range[0] && (named.has(head) || sortOf(words[head] ?? '') !== null)
  }
}

const HANGING = new Set<Part>(['PREP', 'WH', 'PAST', 'GERUND', 'CONJ'])

const without = (part: WordRange, range: WordRange): WordRange[] => {
  if (!meets(part, range)) return [part]
  return range[1] < part[1] ? [[range[1], part[1]]] : []
}
