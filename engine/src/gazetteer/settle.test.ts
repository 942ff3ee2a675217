import { describe, expect, it } from 'vitest'
import type { Candidate } from './gazetteer.js'
import { kilometres, settlePlaces, type Mention } from './settle.js'

const city = (
  name: string,
  country: string,
  region: string,
  at: [number, number],
  size: number,
): Candidate => ({
  name,
  kind: 'city',
  lat: at[0],
  lon: at[1],
  country,
  region: `${country}.${region}`,
  size,
})
const paris = city('Paris', 'FR', '11', [48.9, 2.3], 6.3)
const parisTexas = city('Paris', 'US', 'TX', [33.7, -95.6], 4.4)
const dallas = city('Dallas', 'US', 'TX', [32.8, -96.8], 6.1)
const texas: Candidate = {
  ...dallas,
  name: 'Texas',
  kind: 'region',
  lat: 31.3,
  lon: -99.3,
  size: 6.8,
}

const mention = (places: Candidate[], more: Partial<Mention> = {}): Mention => ({
  places,
  key: places[0]?.name ?? '',
  inside: null,
  kind: null,
  ...more,
})
const settled = (mentions: Mention[], countries: [string, number][] = []) =>
  settlePlaces(mentions, new Map(countries)).map(({ name, country }) => `${name} ${country}`)

describe('settlePlaces', () => {
  it('takes the largest of a name', () =>
    expect(settled([mention([parisTexas, paris])])).toEqual(['Paris FR']))
  it('believes what the text says it lies in, for every mention of the name', () =>
    expect(
      settled([
        mention([paris, parisTexas]),
        mention([paris, parisTexas], { inside: 2 }),
        mention([texas]),
      ]),
    ).toEqual(['Paris US', 'Paris US', 'Texas US']))
  it('takes the one of the country and the neighbourhood that the article is about', () =>
    expect(
      settled([mention([paris, parisTexas]), mention([dallas]), mention([texas])], [['US', 9]]),
    ).toEqual(['Paris US', 'Dallas US', 'Texas US']))
  it('believes the kind that the text calls it', () => {
    const county: Candidate = { ...parisTexas, kind: 'county', size: 4.8 }
    expect(settlePlaces([mention([paris, county], { kind: 'county' })], new Map())[0]?.kind).toBe(
      'county',
    )
  })
  it('has nothing to settle in a text without places', () => expect(settled([])).toEqual([]))
})

it('measures the way from Paris to Dallas', () =>
  expect(kilometres(paris, dallas)).toBeCloseTo(7933, -2))
