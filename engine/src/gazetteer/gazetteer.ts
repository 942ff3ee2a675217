import aliases from '../../data/en/place-aliases.json' with { type: 'json' }
import countries from '../../data/en/countries.json' with { type: 'json' }
import { placeKey, withoutArticle } from './key.js'
import { Table } from './table.js'

/** A place a name may stand for. */
export interface Candidate {
  readonly name: string
  readonly kind: 'area' | 'country' | 'region' | 'county' | 'city'
  /** Degrees north and east, of the middle where it is no town. */
  readonly lat: number
  readonly lon: number
  /** ISO 3166 alpha-2; null where it is in several or none. */
  readonly country: string | null
  /** GeoNames' code of the province, `US.TX`; null when not known. */
  readonly region: string | null
  /** Decimal logarithm of its people, or of the people it counts as much as. */
  readonly size: number
}

/** South, west, north, east, in degrees. */
export type Extent = readonly [number, number, number, number]

export interface Found {
  readonly places: readonly Candidate[]
  /** May a longer name begin so? */
  readonly prefix: boolean
  /** Is it an abbreviation that counts only behind a town: "Calif.", "TX"? */
  readonly short: boolean
}

/** The places of the world by name. */
export interface Gazetteer {
  /** Places called `name`. */
  find(name: string): Found
  /** Country of a people: `Syrian` to `SY`. */
  countryOf(people: string): string | undefined
  /** Where the towns of a country lie. */
  extentOf(country: string): Extent | undefined
}

export interface AliasRow {
  kind: string
  name: string
  lat: number
  lon: number
  country: string | null
  region?: string
  size: number
  /** Other names it goes by. */
  names?: string[]
  /** Abbreviations, which count only as written. */
  short?: string[]
}
export const aliasRows: readonly AliasRow[] = aliases
export const countryRows: readonly {
  code: string
  name: string
  lat: number
  lon: number
  /** When it must stand back behind a namesake. */
  size?: number
  names?: string[]
  people?: string[]
}[] = countries

const COUNTRY_SIZE = 8.5
const KINDS: Readonly<Record<string, Candidate['kind']>> = { c: 'city', r: 'region', n: 'county' }

/**
 * The compiled table and the rows of our own, ready to be asked. Our own rows come first.
 * @param table `data/gazetteer/places.txt`; see its README for the columns
 */
export function loadGazetteer(table: string): Gazetteer {
  const towns = new Table(table)
  const own = new Map<string, Candidate[]>()
  const abbreviations = new Map<string, Candidate[]>()
  const beginnings = new Set<string>()
  const peoples = new Map<string, string>()
  const add = (name: string, place: Candidate) => {
    // Abbreviations of capitals are themselves only as written: "US", not "us".
    const key = isShort(name) ? name : placeKey(name)
    file(own, key, place)
    for (let at = key.indexOf(' '); at > 0; at = key.indexOf(' ', at + 1))
      beginnings.add(key.slice(0, at))
  }
  for (const { code, name, lat, lon, size = COUNTRY_SIZE, ...more } of countryRows) {
    const place = { name, kind: 'country', lat, lon, country: code, region: null, size } as const
    for (const called of [name, ...(more.names ?? [])]) add(called, place)
    for (const one of more.people ?? []) peoples.set(one, code)
  }
  for (const { name, kind, lat, lon, country, region = null, size, ...more } of aliasRows) {
    const place = { name, kind: kind as Candidate['kind'], lat, lon, country, region, size }
    for (const called of [name, ...(more.names ?? [])]) add(called, place)
    for (const abbreviation of more.short ?? []) file(abbreviations, abbreviation, place)
  }
  return {
    find(name) {
      const key = placeKey(name)
      const bare = ARTICLE.test(name) ? withoutArticle(key) : key
      const listed = towns.find(key)
      const short = abbreviations.get(name)
      const places = [
        ...((isShort(name) && own.get(name)) || []),
        ...(own.get(key) ?? []),
        ...candidatesOf(listed.value, key),
      ]
      if (places.length === 0 && bare !== key)
        places.push(...candidatesOf(towns.find(bare).value, bare).filter(hasArticle))
      return {
        short: short !== undefined,
        places: short ?? places,
        prefix: listed.prefix || beginnings.has(key),
      }
    },
    countryOf: (people) => peoples.get(people),
    extentOf(country) {
      const [south, west, north, east] = (towns.find(`#${country}`).value ?? '')
        .split(',')
        .map(Number)
      return south === undefined || west === undefined || north === undefined || east === undefined
        ? undefined
        : [south, west, north, east]
    },
  }
}

function file(places: Map<string, Candidate[]>, key: string, place: Candidate): void {
  const filed = places.get(key)
  if (filed) filed.push(place)
  else places.set(key, [place])
}

/** "al-Bab", "Al Bab", "ash-Shaddadah"; not the "As" of "As Peru". */
const ARTICLE = /^(?:[ae]l[- ]|\p{L}{2,3}-)/iu
const isShort = (name: string) => /^(?:\p{Lu}{2,3}|(?:\p{L}+\.\s?)+)$/u.test(name)

const hasArticle = ({ name }: Candidate) => withoutArticle(placeKey(name)) !== placeKey(name)

function candidatesOf(value: string | null, key: string): Candidate[] {
  if (value === null) return []
  return value.split(';').map((place) => {
    const [name = '', kind = '', region = '', lat, lon, size] = place.split(',')
    return {
      name: name || titled(key),
      kind: KINDS[kind] ?? 'city',
      lat: Number(lat),
      lon: Number(lon),
      country: region.slice(0, 2),
      region: region.split('.').slice(0, 2).join('.'),
      size: Number(size) / 10,
    }
  })
}

/** As scripts/gazetteer.mjs writes a name that its key tells. */
const titled = (key: string) =>
  key.replace(/(^| )(\p{L})/gu, (_, gap: string, letter: string) => gap + letter.toUpperCase())
