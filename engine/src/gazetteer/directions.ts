import words from '../../data/en/place-words.json' with { type: 'json' }
import { wordAt, type Tokens, type WordRange } from '../text/index.js'
import type { Extent } from './gazetteer.js'

const directions = new Map(Object.entries(words.directions as Record<string, number[]>))
const kinds = new Set(words.kinds)
const CAPITAL = /^\p{Lu}/u
/** Of the way across a country: nearer the middle nothing contradicts anything. */
const CLEARLY = 0.1

/** Where the text says a place lies in its country: east and north, -1 to 1 each. */
export interface Direction {
  readonly word: string
  readonly east: number
  readonly north: number
}

/**
 * The direction said of a place: "the northwestern Syria province of Dayr al-Zawr", "Hama in western Syria",
 * "the western province of Hama"; null where none is. What is only "northern Hama" speaks of a part of it.
 * @param isCountry is a word the name of its country or people?
 */
export function directionOf(
  tokens: Tokens,
  [first, end]: WordRange,
  isCountry: (word: string) => boolean,
): Direction | null {
  const word = (k: number) => wordAt(tokens, k)
  // "… in western Syria"
  if (/^in$/iu.test(word(end)) && isCountry(word(end + 2))) return named(word(end + 1))
  // "… province of", "… town of"
  if (word(first - 1) !== 'of' || !kinds.has(word(first - 2).toLowerCase())) return null
  let at = first - 3
  while (at >= 0 && CAPITAL.test(word(at)) && !directions.has(word(at).toLowerCase())) at--
  return named(word(at))
}

function named(word: string): Direction | null {
  const [east = 0, north = 0] = directions.get(word.toLowerCase()) ?? []
  return east === 0 && north === 0 ? null : { word, east, north }
}

/** Does a place lie on the other side of its country than said? */
export function contradicts(
  { east, north }: Direction,
  { lat, lon }: { lat: number; lon: number },
  [south, west, top, right]: Extent,
): boolean {
  const across = ((lon - west) / (right - west) - 0.5) * east
  const up = ((lat - south) / (top - south) - 0.5) * north
  return across < -CLEARLY || up < -CLEARLY
}
