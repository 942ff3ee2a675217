import type { Auxiliaries } from '../lexicon/index.js'
import type { Part } from '../model/index.js'
import { indices, lowerWords, type Tokens, type WordRange } from '../text/index.js'
import type { Draft, Tags } from './types.js'

/** Words after which no verb is looked for. */
const REACH = 4
const VERBS = new Set<Part>(['VERB', 'PAST', 'GERUND', 'BASE'])

/**
 * Cues with the auxiliaries and the negation that belong to them, for people read a cue as it stands: not "said" of "did
 * not, on Monday, say so", nor "respond" of "did not respond".
 */
export function wholeCues(
  tokens: Tokens,
  { parts }: Pick<Tags, 'parts'>,
  drafts: readonly Draft[],
  { isAdverb, isAuxiliary, isNegation }: Auxiliaries,
): Draft[] {
  const words = lowerWords(tokens)
  const taken = new Set<number>()
  const take = ([first, end]: readonly [number, number]) => {
    for (let k = first; k < end; k++) taken.add(k)
  }
  for (const { cue, source } of drafts) for (const range of [cue, source]) if (range) take(range)
  return drafts.map((draft): Draft => {
    const [cue] = draft.cue
    const end = verbAfter(draft.cue)
    let first = cue
    // "was|reportedly": an adverb says how it is known, and takes nothing with it.
    const adverb = words[end - 1]?.endsWith('ly')
    const verbal = !adverb && indices([cue, end]).some((k) => VERBS.has(parts[k] as Part))
    for (let k = cue - 1; verbal && goesOn(k, cue); k--) {
      const word = words[k] ?? ''
      if (isAuxiliary(word) || isNegation(word)) first = k
      else if (parts[k] !== 'ADV') break
    }
    if (end === draft.cue[1]) return { ...draft, cue: [first, end] }
    const content = draft.content.flatMap(([a, b]): WordRange[] =>
      b <= first ? [[a, b]] : b > end ? [[Math.max(a, end), b]] : [],
    )
    return { ...draft, cue: [first, end], content }
  })

  /** "had|earlier reported", "later|claimed": words that only go with a verb take it in; the end of the cue, else its own. */
  function verbAfter([first, end]: WordRange): number {
    if (!indices([first, end]).every((k) => goesWithVerb(k))) return end
    for (let k = end; k < end + REACH && goesOn(k, first); k++) {
      if (goesWithVerb(k) || parts[k] === 'ADV') continue
      return VERBS.has(parts[k] as Part) ? k + 1 : end
    }
    return end
  }

  function goesWithVerb(k: number): boolean {
    const word = words[k] ?? ''
    if (isAuxiliary(word) || isNegation(word)) return true
    return word === 'as' ? parts[k + 1] === 'GERUND' : isAdverb(word)
  }

  /** The same sentence and side of a quotation mark, and nobody's word yet. */
  function goesOn(k: number, cue: number): boolean {
    return (
      k >= 0 &&
      !taken.has(k) &&
      tokens.sentenceOf[k] === tokens.sentenceOf[cue] &&
      tokens.quotes[k] === tokens.quotes[cue]
    )
  }
}
