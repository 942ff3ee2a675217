import words from '../../data/en/place-words.json' with { type: 'json' }
import type { Span } from '../record/index.js'
import { spanOf, wordAt, type Tokens, type WordRange } from '../text/index.js'
import type { Tagged } from './evidence.js'
import type { Gazetteer } from './gazetteer.js'
import type { Name } from './names.js'

/** A place by name that no map of ours has: a street, a hamlet. */
export interface Unlisted extends Span {
  readonly words: WordRange
}

const features = new Set(words.features)
const generic = new Set(words.generic)
const inside = new Set(words.inside)
const kinds = new Set(words.kinds)
const kindsOf = new Set(words.of)
const CAPITAL = /^\p{Lu}/u
const PLAIN = /^\p{Lu}[\p{L}\p{M}'’-]*\p{Ll}$/u

/**
 * Names that the tags call a place and the words around them too ("in Wrenby", "Plover Street"), and that lie in no
 * name of the gazetteer.
 */
export function findUnlisted(
  tokens: Tokens,
  { entities }: Tagged,
  names: readonly Name[],
  gazetteer: Gazetteer,
): Unlisted[] {
  const taken = new Set(names.flatMap(({ words: [first, end] }) => range(first, end)))
  const word = (k: number) => wordAt(tokens, k).toLowerCase()
  return entities.flatMap(({ kind, range: [first, end] }) => {
    if (kind !== 'LOC' || range(first, end).some((k) => taken.has(k))) return []
    let last = end
    while (last < end + 2 && isFeature(tokens, last)) last++
    const feature = last - first > 1 && features.has(word(last - 1))
    const placed =
      inside.has(word(first - 1)) ||
      kinds.has(word(last)) ||
      (word(first - 1) === 'of' && kindsOf.has(word(first - 2)))
    if (!feature && !placed) return []
    if (!PLAIN.test(wordAt(tokens, first))) return []
    if (range(first, last).some((k) => gazetteer.countryOf(wordAt(tokens, k)))) return []
    if (last - first === 1 && generic.has(word(first))) return []
    return [{ ...spanOf(tokens, [first, last]), words: [first, last] as const }]
  })
}

const isFeature = (tokens: Tokens, k: number) =>
  CAPITAL.test(wordAt(tokens, k)) && features.has(wordAt(tokens, k).toLowerCase())

const range = (first: number, end: number) =>
  Array.from({ length: end - first }, (_, k) => first + k)
