import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aliasRows, countryRows, loadGazetteer } from './gazetteer.js'
import { placeKey, withoutArticle } from './key.js'
import { Table } from './table.js'

const text = readFileSync(new URL('../../data/gazetteer/places.txt', import.meta.url), 'utf8')
const gazetteer = loadGazetteer(text)

describe('placeKey', () => {
  it.each([
    ['São Paulo', 'sao paulo'],
    ['Port-au-Prince', 'port au prince'],
    ['N’Djamena', 'ndjamena'],
    ['Saint Louis', 'st louis'],
    ['St. Louis', 'st louis'],
    ['The Hague', 'hague'],
    ['The', 'the'],
    ['Łódź', 'lodz'],
    ['constructor', 'constructor'],
  ])('%s: %s', (name, key) => expect(placeKey(name)).toBe(key))

  it.each([
    ['al bab', 'bab'],
    ['ash shaddadah', 'shaddadah'],
    ['alton', 'alton'],
    ['el', 'el'],
  ])('%s without its article: %s', (key, bare) => expect(withoutArticle(key)).toBe(bare))
})

describe('Table', () => {
  const table = new Table('ham\t1\nham lake\t2\nhama\t3\nzed\t4\n')
  it.each([
    ['ham', '1', true],
    ['ham lake', '2', false],
    ['hama', '3', false],
    ['zed', '4', false],
    ['ha', null, false],
    ['', null, false],
    ['zz', null, false],
  ])('%j', (key, value, prefix) => expect(table.find(key)).toEqual({ value, prefix }))

  it('may lack its last line end', () =>
    expect(new Table('ham\t1\nzed\t4').find('zz').value).toBeNull())
  it('may be empty', () =>
    expect(new Table('').find('ham')).toEqual({ value: null, prefix: false }))
})

describe('the compiled table', () => {
  const lines = text.trimEnd().split('\n')
  it('stands in order, each name once', () => {
    const keys = lines.map((line) => line.slice(0, line.indexOf('\t')))
    expect(keys.findIndex((key, k) => k > 0 && key <= (keys[k - 1] as string))).toBe(-1)
  })
  it('has every place on the globe', () => {
    const off = lines
      .filter((line) => !line.startsWith('#'))
      .flatMap((line) => line.slice(line.indexOf('\t') + 1).split(';'))
      .filter((place) => {
        const [, kind = '', region = '', lat = NaN, lon = NaN] = place.split(',')
        return !(
          /^[crn]$/u.test(kind) &&
          /^[A-Z]{2}\./u.test(region) &&
          Math.abs(Number(lat)) <= 90 &&
          Math.abs(Number(lon)) <= 180
        )
      })
    expect(off).toEqual([])
  })
})

describe('rows of our own', () => {
  it.each(aliasRows)('$name', ({ name, lat, lon, names = [], short = [] }) => {
    for (const called of [name, ...names, ...short])
      expect([called, gazetteer.find(called).places]).toEqual([
        called,
        expect.arrayContaining([expect.objectContaining({ name, lat, lon })]),
      ])
  })
  it.each(countryRows)('$name', ({ code, name, names = [], people = [] }) => {
    for (const called of [name, ...names])
      expect([called, gazetteer.find(called).places]).toEqual([
        called,
        expect.arrayContaining([expect.objectContaining({ kind: 'country', country: code })]),
      ])
    for (const one of people) expect([one, gazetteer.countryOf(one)]).toEqual([one, code])
  })
  it('have each code once', () =>
    expect(new Set(countryRows.map(({ code }) => code)).size).toBe(countryRows.length))
})

describe('find', () => {
  const first = (name: string) => gazetteer.find(name).places[0]
  it.each([
    ['Dayr al-Zawr', 'SY', 35.3, 40.1],
    ['Hassakah', 'SY', 36.5, 40.8],
    ['Raqqah', 'SY', 36, 39],
    ['Kiev', 'UA', 50.5, 30.5],
    ['London', 'GB', 51.5, -0.1],
    ['al-Bab', 'SY', 36.4, 37.5],
    ['Calif.', 'US', 37.2, -119.8],
  ])('%s', (name, country, lat, lon) => {
    const place = first(name)
    expect(place?.country).toBe(country)
    expect(place?.lat).toBeCloseTo(lat, 0)
    expect(place?.lon).toBeCloseTo(lon, 0)
  })
  it('takes abbreviations as they are written', () => {
    expect(first('US')?.name).toBe('United States')
    expect(first('us')).toBeUndefined()
    expect(gazetteer.find('TX').short).toBe(true)
  })
  it('drops no "as" or "an" that is a word', () => expect(first('As Peru')).toBeUndefined())
  it('knows where a country lies', () => {
    const [south = 0, west = 0, north = 0, east = 0] = gazetteer.extentOf('SY') ?? []
    expect([south < 34, west < 37, north > 36, east > 40]).toEqual([true, true, true, true])
    expect(gazetteer.extentOf('XX')).toBeUndefined()
  })
})
