import type { StopSignal } from '../record/index.js'
import type { Candidate } from './gazetteer.js'

/** What decides which place a name stands for. */
export interface Mention {
  readonly places: readonly Candidate[]
  /** The same for mentions of one name. */
  readonly key: string
  /** Index of the mention that the text says this one lies in: "Paris, Texas". */
  readonly inside: number | null
  /** Kind the text calls it: "Hassakah province". */
  readonly kind: Candidate['kind'] | null
}

// In powers of ten of people, which a place must have fewer than its namesake for each to be outdone.
const CONTAINED = 6
const CALLED_SO = 2
const OF_ITS_TOWN = -2
const SAME_COUNTRY = 2.4
const NEARBY = 1.2
const MUCH_LESS = 1.5
const NEAR_KM = 300

/**
 * Settles every mention on one place: by what the text says it lies in or calls it, by the countries and places named
 * beside it, by how many people live there. A name is one place throughout unless the text tells two apart.
 * @param countries how often each country is named, by its people too
 */
export function settlePlaces(
  mentions: readonly Mention[],
  countries: ReadonlyMap<string, number>,
  stop?: StopSignal,
): Candidate[] {
  const told = toldApart(mentions)
  let settled = mentions.map(({ places }) => best(places, ({ size }) => size))
  const all = [...countries.values()].reduce((sum, n) => sum + n, 1)
  for (let round = 0; round < 2; round++) {
    const others = landmarks(mentions, settled)
    const decided = new Map<Mention, Candidate>()
    for (const mention of new Set(told)) {
      stop?.throwIfAborted()
      const { places, inside, kind, key } = mention
      const whole = inside === null ? undefined : settled[inside]
      const choice = best(places, (place) => {
        const share = place.country ? (countries.get(place.country) ?? 0) / all : 0
        return (
          place.size +
          (whole && liesIn(place, whole) ? CONTAINED : 0) +
          (kind === place.kind ? CALLED_SO : isOfItsTown(place, places) ? OF_ITS_TOWN : 0) +
          SAME_COUNTRY * share +
          (places.length > 1 ? NEARBY * nearness(place, key, others) : 0)
        )
      })
      decided.set(mention, choice)
    }
    settled = told.map((mention) => decided.get(mention) as Candidate)
  }
  return settled
}

/** For each mention the one that speaks for it: itself where the text tells it apart, else the most telling of its name. */
function toldApart(mentions: readonly Mention[]): Mention[] {
  const speaking = new Map<string, Mention>()
  for (const mention of mentions) {
    const now = speaking.get(mention.key)
    if (!now || (now.inside === null && mention.inside !== null)) speaking.set(mention.key, mention)
  }
  return mentions.map((mention) =>
    mention.inside !== null || mention.kind !== null
      ? mention
      : (speaking.get(mention.key) as Mention),
  )
}

function best(places: readonly Candidate[], score: (place: Candidate) => number): Candidate {
  let [choice, most] = [places[0] as Candidate, -Infinity]
  for (const place of places) {
    const points = score(place)
    if (points > most) [choice, most] = [place, points]
  }
  return choice
}

/** The province of Lisbon is meant less often than Lisbon. */
const isOfItsTown = (place: Candidate, places: readonly Candidate[]) =>
  (place.kind === 'region' || place.kind === 'county') &&
  places.some(
    (town) =>
      town.kind === 'city' && town.country === place.country && town.size > place.size - MUCH_LESS,
  )

function liesIn(place: Candidate, whole: Candidate): boolean {
  if (place.kind === 'country' || place.country !== whole.country) return false
  if (whole.kind === 'country') return true
  if (place.region && whole.region)
    return place.region === whole.region && place.kind !== whole.kind
  return place.kind === 'city' && kilometres(place, whole) < NEAR_KM
}

/** Towns and provinces of the article by name, from south to north: what is near them is likelier meant. */
function landmarks(mentions: readonly Mention[], settled: readonly Candidate[]): Landmark[] {
  const named = new Map(
    mentions.flatMap(({ key }, k) => {
      const place = settled[k] as Candidate
      return place.kind === 'country' || !place.country ? [] : [[key, place] as const]
    }),
  )
  return [...named]
    .map(([key, place]) => ({ key, place }))
    .sort((a, b) => a.place.lat - b.place.lat)
}
interface Landmark {
  readonly key: string
  readonly place: Candidate
}

/** Between 0 and 1: how near the nearest landmark of another name lies. */
function nearness(place: Candidate, key: string, others: readonly Landmark[]): number {
  let nearest = Infinity
  const from = northOf(others, place.lat)
  for (const step of [-1, 1]) {
    for (let k = step < 0 ? from - 1 : from; ; k += step) {
      const landmark = others[k]
      // What lies further north or south than the nearest lies further away.
      if (!landmark || Math.abs(landmark.place.lat - place.lat) * KM_A_DEGREE > nearest) break
      if (landmark.key !== key) nearest = Math.min(nearest, kilometres(place, landmark.place))
    }
  }
  return Math.exp(-nearest / NEAR_KM)
}
/** A little less than a degree of latitude is long. */
const KM_A_DEGREE = 111

/** The first landmark that lies no further south, by bisection. */
function northOf(landmarks: readonly Landmark[], lat: number): number {
  let [low, high] = [0, landmarks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((landmarks[middle] as Landmark).place.lat < lat) low = middle + 1
    else high = middle
  }
  return low
}

/** Great-circle distance of two points in degrees. */
export function kilometres(
  a: { lat: number; lon: number },
  b: { lat: number; lon: number },
): number {
  const radians = Math.PI / 180
  const h =
    Math.sin(((b.lat - a.lat) * radians) / 2) ** 2 +
    Math.cos(a.lat * radians) *
      Math.cos(b.lat * radians) *
      Math.sin(((b.lon - a.lon) * radians) / 2) ** 2
  return 12742 * Math.asin(Math.min(1, Math.sqrt(h)))
}
