import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadGazetteer } from '../gazetteer/index.js'
import { loadLexicon } from '../lexicon/index.js'
import { tokenize } from '../text/index.js'
import { findPlaces } from './places.js'
import type { Entity } from './types.js'

const lexicon = loadLexicon()
const gazetteer = loadGazetteer(
  readFileSync(new URL('../../data/gazetteer/places.txt', import.meta.url), 'utf8'),
)
const KIND = { P: 'PER', O: 'ORG', L: 'LOC' } as const

/** Reads a text whose names are marked as the model would tag them: "[Ana Ruiz]P left [Hama]L". */
function reading(marked: string) {
  const spans: { kind: Entity['kind']; start: number; end: number }[] = []
  let text = ''
  for (const [, plain = '', name = '', mark] of marked.matchAll(/([^[]+)|\[([^\]]+)\]([POL])/gu)) {
    if (mark) {
      const [start, end] = [text.length, text.length + name.length]
      spans.push({ kind: KIND[mark as keyof typeof KIND], start, end })
    }
    text += plain + name
  }
  const tokens = tokenize(text, lexicon.abbreviations)
  const entities = spans.map(({ kind, start, end }): Entity => {
    const inside = tokens.words.flatMap((w, k) => (w.start >= start && w.end <= end ? [k] : []))
    return { kind, range: [inside[0] ?? 0, (inside.at(-1) ?? 0) + 1] }
  })
  const parts = tokens.words.map((w) =>
    /^\p{Lu}/u.test(text.slice(w.start)) ? ('NAME' as const) : ('OTHER' as const),
  )
  return findPlaces(tokens, { entities, parts, phrases: [], remarks: [] }, gazetteer)
}
const places = (marked: string) =>
  reading(marked).places.map(({ text, country }) => `${text} ${country}`)
const codes = (marked: string) => reading(marked).notes.map(({ code }) => code)

describe('findPlaces: which names are places', () => {
  it.each([
    ['The bridge in [Hama]L fell.', ['Hama SY']],
    ['Troops left Syria.', ['Syria SY']],
    ['The London-based monitor said so.', ['London GB']],
    [
      'It rained in [St. Louis]L, Mo., and in [Port-au-Prince]L.',
      ['St. Louis US', 'Mo. US', 'Port-au-Prince HT'],
    ],
    ['Rain fell on the [Persian Gulf]L.', ['Persian Gulf null']],
    ['The road ends at [al-Basel]L and goes on to [al-Bab]L.', ['al-Bab SY']],
    ['He paid US$5 for us.', []],
    ['[Denzel Washington]P met [Ana London]P.', []],
    ['[Ana Lincoln]P spoke. Then Lincoln left.', []],
    ['She read it in the [Los Angeles Times]O.', []],
    ['The Syrian envoy met Russian troops.', []],
    ['They met in [Mount Wren]L.', ['Mount Wren null']],
    [
      'He lives on [Plover Street]L in [Dayton]L, Ohio.',
      ['Plover Street US', 'Dayton US', 'Ohio US'],
    ],
    ['Reading the report, Mobile users of Nice things went to bed.', []],
  ])('%s', (marked, expected) => expect(places(marked)).toEqual(expected))

  it('takes a name that the model calls a person for a place where the words say so', () =>
    expect(places('The mayor spoke in the town of [Multan]P.')).toEqual(['Multan PK']))
})

describe('findPlaces: which place a name means', () => {
  it.each([
    ['He moved to [Paris]L, [Texas]L.', ['Paris US', 'Texas US']],
    ['He moved to [Paris]L.', ['Paris FR']],
    ['In [Georgia]L, [Tbilisi]L was calm, a Georgian said.', ['Georgia GE', 'Tbilisi GE']],
    [
      '[Atlanta]L, [Georgia]L, was calm. So was [Savannah]L.',
      ['Atlanta US', 'Georgia US', 'Savannah US'],
    ],
  ])('%s', (marked, expected) => expect(places(marked)).toEqual(expected))

  it('tells the city from the state', () => {
    const [city, behind] = reading(
      '[New York]L was calm, but not [Albany]L, [New York]L.',
    ).places.filter(({ text }) => text === 'New York')
    expect([city?.lat, behind?.lat]).toEqual([40.71, 43])
  })
  it('knows the provinces of Syria under many names', () =>
    expect(
      reading('From [Dayr al-Zawr]L to [Hassakah]L, [Raqqah]L and [Shaddadah]L.').places.map(
        ({ name }) => name,
      ),
    ).toEqual(['Deir ez-Zor', 'Al Hasakah', 'Raqqa', 'Ash Shaddadah']))
})

describe('findPlaces: doubts', () => {
  it.each([
    ['They flew from the northwestern Syria province of [Dayr al-Zawr]L.'],
    ['They flew from [Dayr al-Zawr]L in western Syria.'],
  ])('%s', (marked) => expect(codes(marked)).toEqual(['place-contradicts-map']))

  it.each([
    ['They flew from the eastern Syria province of [Dayr al-Zawr]L.'],
    ['They flew from [Dayr al-Zawr]L in eastern Syria.'],
    ['They flew from western [Dayr al-Zawr]L.'],
    ['They flew from [Homs]L in the west.'],
  ])('nothing against "%s"', (marked) => expect(codes(marked)).toEqual([]))
})

it('says of a place on no map where it put it, once a name', () => {
  const { places: found, notes } = reading(
    'Rain fell near [Wrenby]L, not far from [Dayton]L. In [Wrenby]L it snowed.',
  )
  expect(found[0]).toMatchObject({ text: 'Wrenby', name: 'Wrenby', lat: 39.8, country: 'US' })
  expect(notes.map(({ code, start }) => [code, start])).toEqual([['place-unlisted', 15]])
})

describe('on any text', () => {
  const words = fc.constantFrom(
    'Paris',
    'St',
    '.',
    "'s",
    ', ',
    ' of ',
    'al-',
    'US',
    '$',
    'N.Y.',
    ' in ',
    'constructor',
    'Queen',
    '\r\n',
    '😀',
    '-',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(words).map((all) => all.join('')),
  )
  it('finds spans that are what they say, and never throws', () =>
    fc.assert(
      fc.property(texts, (text) => {
        const tokens = tokenize(text, lexicon.abbreviations)
        const parts = tokens.words.map(() => 'NAME' as const)
        const entities = tokens.words.map((_, k) => ({ kind: 'LOC', range: [k, k + 1] }) as const)
        for (const place of findPlaces(
          tokens,
          { entities, parts, phrases: [], remarks: [] },
          gazetteer,
        ).places) {
          expect(place.text).not.toBe('')
          expect(text.slice(place.start, place.end)).toBe(place.text)
        }
      }),
    ))
})
