import type { ActorWords, Auxiliaries, Deeds } from '../lexicon/index.js'
import type { Part } from '../model/index.js'
import {
  indices,
  lowerWords,
  QUOTE,
  rangeIndex,
  type Tokens,
  type WordRange,
} from '../text/index.js'
import type { Draft, Tags } from './types.js'

/** Words after a cue that a row may ask for. */
const AHEAD = 3
const HANGING = new Set<Part>(['PREP', 'WH', 'PAST', 'GERUND', 'CONJ', 'MARK'])

/**
 * Leaves out what the rows of `deeds.json` know to be done rather than said: "voted to approve", "called off the match",
 * "was furious". Where a quotation or a clause with "that" follows, somebody did say or think it.
 */
export function dropDeeds(
  tokens: Tokens,
  { parts, entities }: Pick<Tags, 'parts' | 'entities'>,
  drafts: readonly Draft[],
  { deedOf }: Deeds,
  { isAuxiliary, isNegation }: Pick<Auxiliaries, 'isAuxiliary' | 'isNegation'>,
  { sortOf, pronoun }: Pick<ActorWords, 'sortOf' | 'pronoun'>,
): Draft[] {
  const words = lowerWords(tokens)
  const entitiesIn = rangeIndex(entities, ({ range }) => range)
  return drafts.filter((draft) => {
    const deed = deedOf(words.slice(headOf(draft.cue), draft.cue[1] + AHEAD))
    return !deed || isSaid(draft) || (deed.ofThings && !isThing(draft.source))
  })

  function headOf([first, end]: WordRange): number {
    const goesBefore = (k: number) =>
      isAuxiliary(words[k] ?? '') || isNegation(words[k] ?? '') || parts[k] === 'ADV'
    while (first < end - 1 && goesBefore(first)) first++
    return first
  }

  /** A quotation, or a clause with its conjunction, stands right after the cue. */
  function isSaid({ cue: [, end] }: Draft): boolean {
    const next = /^[:,]$/u.test(words[end] ?? '') ? end + 1 : end
    return tokens.quotes[next] === QUOTE.opening || /^(?:that|whether)$/u.test(words[next] ?? '')
  }

  /** "the talks": a noun that names nobody. */
  function isThing(source: WordRange | null): boolean {
    if (!source) return true
    const named = entitiesIn(source).some(({ kind }) => kind !== 'DATE')
    if (named || pronoun(words[source[0]] ?? '') !== null) return false
    const hanging = indices(source).find((k) => k > source[0] && HANGING.has(parts[k] as Part))
    const head = (hanging ?? source[1]) - 1
    return parts[head] === 'NOUN' && sortOf(words[head] ?? '') === null
  }
}
