import {
  contradicts,
  directionOf,
  findNames,
  findUnlisted,
  isWhole,
  placeKey,
  provinceKind,
  settlePlaces,
  weighNames,
  type Candidate,
  type Gazetteer,
  type Mention,
  type Name,
  type Unlisted,
} from '../gazetteer/index.js'
import { textSpan, type Note, type Place, type StopSignal } from '../record/index.js'
import { rangeIndex, wordAt, type Tokens, type WordRange } from '../text/index.js'
import type { Tags } from './types.js'

/** Below this a name may as well be a person's or an organization's. */
const UNSURE = 1
/** Words between a street or hamlet and the town it is taken to lie at. */
const REACH = 80

/** Places the article names, with coordinates; what contradicts the map, or may be no place, becomes a note. */
export function findPlaces(
  tokens: Tokens,
  tags: Tags,
  gazetteer: Gazetteer,
  stop?: StopSignal,
): { places: Place[]; notes: Note[] } {
  const called = findNames(tokens, gazetteer)
  const weights = weighNames(tokens, tags, called)
  const names = called.filter((_, k) => (weights[k] as number) > 0)
  const mentions = names.map((name, k) => mentionOf(tokens, name, k, names))
  const settled = settlePlaces(mentions, countriesNamed(tokens, names, gazetteer), stop)
  const listed = names.map(({ start, end }, k): Place => {
    const { name, lat, lon, country } = settled[k] as Candidate
    return { ...textSpan(tokens.text, start, end), name, lat, lon, country }
  })
  const near = rangeIndex([...names.keys()], (k) => (names[k] as Name).words)
  const unlisted = findUnlisted(tokens, tags, names, gazetteer).map((found) => {
    const span = textSpan(tokens.text, found.start, found.end)
    const town = townBeside(found, names, settled, near)
    const { lat = null, lon = null, country = null } = town ?? {}
    return { place: { ...span, name: span.text, lat, lon, country }, town }
  })
  const people = rangeIndex(
    tags.entities.filter(({ kind }) => kind === 'PER'),
    ({ range }) => range,
  )
  const doubtful = called.filter(
    ({ words }, k) => Math.abs(weights[k] as number) < UNSURE && people(words).length > 0,
  )
  return {
    places: [...listed, ...unlisted.map(({ place }) => place)].sort((a, b) => a.start - b.start),
    notes: [
      ...noteOnce(doubtful, ({ start, end }) => {
        const written = tokens.text.slice(start, end)
        return {
          code: 'place-or-person',
          message: `${written} may be a place or a person here.`,
          start,
          end,
        }
      }),
      ...noteOnce(unlisted, ({ place: { text, start, end }, town }) => {
        const where = town ? `, so it is set at ${town.name}, which is named beside it` : ''
        return { code: 'place-unlisted', message: `${text} is not on the map${where}.`, start, end }
      }),
      ...contradictions(tokens, names, settled, gazetteer),
    ],
  }
}

/** "Paris, Texas" lies in what follows, "Hama province" is a province, and so is the Texas behind Paris. */
function mentionOf(tokens: Tokens, name: Name, k: number, names: readonly Name[]): Mention {
  const { text } = tokens
  const liesIn = (a: Name | undefined, b: Name | undefined) =>
    a !== undefined && b !== undefined && isWhole(b) && /^, ?$/u.test(text.slice(a.end, b.start))
  return {
    places: name.places,
    key: placeKey(text.slice(name.start, name.end)),
    inside: liesIn(name, names[k + 1]) ? k + 1 : null,
    kind:
      provinceKind(wordAt(tokens, name.words[1])) ??
      (liesIn(names[k - 1], name) && !isCountry(name) ? 'region' : null),
  }
}

/** Only a country: not Georgia. */
const isCountry = ({ places: [first, ...others] }: Name) =>
  first?.kind === 'country' &&
  others.every(({ kind, country }) => kind !== 'region' || country === first.country)

/** How often each country is named, as itself, by a province or by its people. */
function countriesNamed(
  tokens: Tokens,
  names: readonly Name[],
  gazetteer: Gazetteer,
): Map<string, number> {
  const counts = new Map<string, number>()
  const count = (country: string | null | undefined) => {
    if (country) counts.set(country, (counts.get(country) ?? 0) + 1)
  }
  for (const name of names)
    if (isCountry(name) || name.places[0]?.kind === 'region') count(name.places[0]?.country)
  tokens.words.forEach((_, k) => count(gazetteer.countryOf(wordAt(tokens, k))))
  return counts
}

/** The town named nearest to a place that is on no map. */
function townBeside(
  { words: [first] }: Unlisted,
  names: readonly Name[],
  settled: readonly Candidate[],
  near: (range: WordRange) => number[],
): Candidate | undefined {
  let [town, least]: [Candidate | undefined, number] = [undefined, REACH]
  for (const k of near([first - REACH, first + REACH])) {
    const place = settled[k] as Candidate
    const distance = Math.abs((names[k] as Name).words[0] - first)
    if (distance < least && (place.kind === 'city' || place.kind === 'county'))
      [town, least] = [place, distance]
  }
  return town
}

/** The first note of each message. */
function noteOnce<T>(doubtful: readonly T[], noteOf: (one: T) => Note): Note[] {
  const notes = new Map<string, Note>()
  for (const note of doubtful.map(noteOf))
    if (!notes.has(note.message)) notes.set(note.message, note)
  return [...notes.values()]
}

/** "the northwestern Syria province of Dayr al-Zawr", which lies in the east. */
function contradictions(
  tokens: Tokens,
  names: readonly Name[],
  settled: readonly Candidate[],
  gazetteer: Gazetteer,
): Note[] {
  return names.flatMap(({ words, start, end }, k) => {
    const { name, lat, lon, country } = settled[k] as Candidate
    const extent = country === null ? undefined : gazetteer.extentOf(country)
    const direction = directionOf(
      tokens,
      words,
      (word) =>
        gazetteer.countryOf(word) === country ||
        gazetteer
          .find(word)
          .places.some((place) => place.kind === 'country' && place.country === country),
    )
    if (!extent || !direction || !contradicts(direction, { lat, lon }, extent)) return []
    const message = `The text says ${direction.word}; ${name} (${lat}, ${lon}) lies on another side of its country.`
    return [{ code: 'place-contradicts-map', message, start, end }]
  })
}
