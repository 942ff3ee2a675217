import words from '../../data/en/place-words.json' with { type: 'json' }
import { wordAt, type Tokens, type WordRange } from '../text/index.js'
import type { Name } from './names.js'

/** What is said of the words: names of people, organizations and places, and parts of speech. */
export interface Tagged {
  readonly entities: readonly { readonly kind: string; readonly range: WordRange }[]
  readonly parts: readonly string[]
}

const before = new Set(words.before)
const kinds = new Set(words.kinds)
const kindsOf = new Set(words.of)
const institutions = new Set(words.institutions)
const people = new Set(words.people)
const prefixes = new Set(words.prefixes)
const features = new Set(words.features)
const directions = new Set(Object.keys(words.directions))

const CAPITAL = /^\p{Lu}/u
const BASED = /-(?:based|born|area|wide|bound|led|backed|held|controlled)$/u

/**
 * How much speaks for each name standing for a place here, and not for a person, an organization or a plain word;
 * above 0 it is one. The sum of what its size, the tags, the words around it and its other mentions say.
 */
export function weighNames(tokens: Tokens, tagged: Tagged, names: readonly Name[]): number[] {
  const entityOf = new Map<number, Tagged['entities'][number]>()
  const persons = new Set<string>()
  for (const entity of tagged.entities) {
    const [first, end] = entity.range
    for (let k = first; k < end; k++) {
      entityOf.set(k, entity)
      if (entity.kind === 'PER' && end - first > 1) persons.add(wordAt(tokens, k))
    }
  }
  const alone = names.map((name, k) => {
    return (
      weighSize(name) +
      weighTags(name, tagged, entityOf.get(name.words[0])) +
      weighContext(tokens, name) -
      (isFragment(tokens, name, entityOf.get(name.words[0])) ? 4 : 0) +
      weighNeighbours(tokens, name, names[k - 1], names[k + 1]) -
      (persons.has(writtenAs(tokens, name)) ? 3 : 0)
    )
  })
  const sure = new Set(
    names.flatMap((name, k) => ((alone[k] as number) > SURE ? [writtenAs(tokens, name)] : [])),
  )
  return names.map((name, k) => {
    const listed = [k - 1, k + 1].some(
      (other) => (alone[other] ?? 0) > SURE && inOneList(tokens, names[other] as Name, name),
    )
    const again = sure.has(writtenAs(tokens, name))
    return (alone[k] as number) + (listed ? 2 : 0) + (again ? 2 : 0)
  })
}

const SURE = 1

const writtenAs = ({ text }: Tokens, { start, end }: Name) => text.slice(start, end)
const sizeOf = ({ places }: Pick<Name, 'places'>) =>
  places.reduce((most, { size }) => Math.max(most, size), 0)

/** A metropolis is meant by its name more often than a village by its own. */
function weighSize(name: Name): number {
  const longer = name.words[1] - name.words[0] > 1 ? 1 : 0
  return Math.min(0.8 * (sizeOf(name) - 5), 2.4) + longer
}

function weighTags(
  { words: [first, end], ...name }: Name,
  { parts }: Tagged,
  entity: Tagged['entities'][number] | undefined,
): number {
  const known = name.places.some(({ size }) => size >= 6.5)
  const part = parts[first] === 'NAME' ? 0 : -1.5
  if (!entity) return part - 1
  const [from, to] = entity.range
  const whole = from >= first && to <= end
  if (entity.kind === 'LOC') return part + (whole ? 3.5 : 2)
  if (entity.kind === 'PER') return part - (whole ? (known ? 2 : 3) : 6)
  if (entity.kind === 'ORG') return part - (whole ? 1 : known ? 2 : 5)
  return part - 3
}

/** Only part of a longer name: "Mount Dayton", "Dayton Bridge". */
function isFragment(
  tokens: Tokens,
  { places, words: [first, end] }: Name,
  entity: Tagged['entities'][number] | undefined,
): boolean {
  const size = sizeOf({ places })
  const word = (k: number) => wordAt(tokens, k)
  if (size >= 6.5) return false
  const ahead = word(first - 1)
  if (prefixes.has(ahead)) return true
  if (
    entity &&
    first > entity.range[0] &&
    CAPITAL.test(ahead) &&
    !directions.has(ahead.toLowerCase())
  )
    return true
  return (
    entity !== undefined &&
    size < 5.5 &&
    CAPITAL.test(word(end)) &&
    features.has(word(end).toLowerCase())
  )
}

/** Is a capitalised word next, which does not say what kind of place it is? */
function goesOn({ text, words }: Tokens, end: number): boolean {
  const [last, next] = [words[end - 1], words[end]]
  if (!last || !next || text.slice(last.end, next.start) !== ' ') return false
  const word = text.slice(next.start, next.end)
  return CAPITAL.test(word) && !kinds.has(word.toLowerCase()) && !features.has(word.toLowerCase())
}

/** What the words before and behind it say. */
function weighContext(
  tokens: Tokens,
  { places, words: [first, end], start, end: close }: Name,
): number {
  const { text } = tokens
  const word = (k: number) => wordAt(tokens, k).toLowerCase()
  let weight = 0
  // "in Hama", "town of Hama"
  if (before.has(word(first - 1))) weight += 2
  else if (word(first - 1) === 'of' && kindsOf.has(word(first - 2))) weight += 3
  // "mayor of Hama"
  else if (word(first - 1) === 'of') weight += 0.5
  // "Hama province"
  if (kinds.has(word(end))) weight += 1.5
  // "Hama-based"
  const last = tokens.words[end - 1]
  if (last && close < last.end && BASED.test(text.slice(close, last.end))) weight += 3
  // "the Hama Times", "Mr. Hama"
  if (institutions.has(word(end)) && CAPITAL.test(wordAt(tokens, end))) weight -= 3
  if (people.has(word(first - 1)) || (word(first - 1) === '.' && people.has(word(first - 2))))
    weight -= 3
  // "Dayton Aster" is no town
  if (goesOn(tokens, end) && sizeOf({ places }) < 5.5) weight -= 2
  // "US$5"
  if (text[close] === '$' || text[start - 1] === '$') weight -= 9
  return weight
}

/** "Paris, Texas"; and abbreviations of provinces count only there. */
function weighNeighbours(
  tokens: Tokens,
  name: Name,
  previous: Name | undefined,
  next: Name | undefined,
): number {
  const { text } = tokens
  const parted = (a: Name, b: Name) => /^, ?$/u.test(text.slice(a.end, b.start))
  const behind = previous !== undefined && parted(previous, name)
  if (name.short) return behind ? 3 : -9
  return (
    (behind && previous && isWhole(name) ? 1 : 0) +
    (next && parted(name, next) && isWhole(next) ? 2 : 0)
  )
}

/** Can other places lie in it? */
export const isWhole = ({ places }: Name) =>
  places.some(({ kind }) => kind === 'country' || kind === 'region')

/** "Homs, Hama and Idlib" */
const inOneList = ({ text }: Tokens, a: Name, b: Name) =>
  /^(?:,|,? (?:and|or|to)|;| ?&) $/u.test(
    a.start < b.start ? text.slice(a.end, b.start) : text.slice(b.end, a.start),
  )

const provinces = new Map(
  Object.entries(words.provinces as Record<string, 'county' | 'region' | 'city'>),
)

/** The kind of place that the word behind a name says it is: "Hama province". */
export const provinceKind = (word: string): 'county' | 'region' | 'city' | null =>
  provinces.get(word.toLowerCase()) ?? null
