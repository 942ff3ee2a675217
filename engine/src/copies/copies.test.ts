import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boilerplateRows, loadBoilerplate } from '../lexicon/index.js'
import { clusterOf, creditedIn, sameStory, SKETCH_SIZE, sketchOf, storyOf } from './index.js'
import { storyWords } from './story-words.js'

const LEAD =
  'The harbour bridge of Varnholt will stay shut until March, engineers said on Tuesday, after divers found 14 cracks below the waterline.'
const QUOTE =
  '“We looked at every pier twice and I would not send a bicycle across it, let alone the number nine tram,” chief engineer Ilse Tornsen told the council.'
const DETOUR =
  'Some 21,000 people cross it on a working day; most will have to go round by Kelford, which takes forty minutes longer.'
const COST =
  'Repairs may cost 38 million crowns, of which the province has offered to pay half, and a ferry is to run from Monday.'
const story = [LEAD, QUOTE, DETOUR, COST].join('\n')
const same = (a: string, b: string) => sameStory(storyOf(a), storyOf(b))

describe('a copy is known', () => {
  it.each([
    ['whole', story],
    ['cut', [LEAD, DETOUR].join('\n')],
    ['in another order', [COST, LEAD, QUOTE, DETOUR].join('\n')],
    [
      'with another headline, byline and footer',
      `No trams till spring\nBy Omar Lind\n${story}\nSign up for our newsletter.`,
    ],
    ['with straight quotation marks', story.replace(/[“”]/gu, '"')],
    ['garbled', story.replace(/“/gu, 'â€œ').replace(/”/gu, 'â€\u009d')],
    ['in one line', story.replace(/\n/gu, ' ')],
    [
      'with two words in ten changed',
      'The harbour bridge of Varnholt is to stay shut till March, the engineers said Tuesday, after divers had found 14 large cracks under the waterline.\nSome 21,000 commuters cross it on a day; most must now go round by way of Kelford, which takes forty more minutes.\nRepairs could cost 38 million crowns, of which the state has offered half, and a small ferry is to run from Monday on.',
    ],
  ])('%s', (_, copy) => expect(same(story, copy)).toBe(true))
})

describe('no copy is', () => {
  it('another story with the same words of the source', () => {
    const other = `Tram passengers in Varnholt face months of buses.\n${QUOTE}\nThe operator has hired thirty vehicles from neighbouring towns. Shopkeepers near the river asked for help with their rents, and a school moved its first lesson to nine.`
    expect(same(story, other)).toBe(false)
  })
  it('a report of the same pattern with other names and figures', () => {
    const report = (town: string, n: readonly number[]) =>
      `Rain will spread from the west to ${town} on day ${n[0]}, with highs of ${n[1]} degrees and lows of ${n[2]}. Winds will be fresh, reaching ${n[3]} kilometres an hour on the coast. There is a ${n[4]} percent chance of showers in the afternoon, mainly around ${town}.`
    expect(same(report('Torvik', [1, 14, 6, 30, 70]), report('Elmsford', [2, 21, 9, 45, 20]))).toBe(
      false,
    )
  })
  it('a later story that ends with a paragraph of the first', () => {
    const later = `Two ferries collided off Varnholt on Friday night and nine passengers were taken to hospital with broken bones, the coast guard said.\nThe larger boat, the Anna, had been hired at short notice and its crew did not know the channel, according to the pilots' guild.\nPolice have questioned both captains and taken away the logs.\n${DETOUR}`
    expect(same(story, later)).toBe(false)
  })
  it('an empty text', () => expect(same('', '')).toBe(false))
})

describe('a sketch', () => {
  it('is shared by copies and hardly by others', () => {
    const sketch = new Set(sketchOf(storyOf(story)))
    const shared = (text: string) =>
      sketchOf(storyOf(text)).filter((hash) => sketch.has(hash)).length
    expect(shared([LEAD, DETOUR].join('\n'))).toBeGreaterThan(8)
    expect(shared('The minister of fisheries resigned after a vote on cod in parliament.')).toBe(0)
  })
  it('has few hashes however long the text', () => {
    const long = Array.from({ length: 900 }, (_, i) => `word${i * 7919}`).join(' ')
    const sketch = sketchOf(storyOf(long))
    expect(sketch).toHaveLength(SKETCH_SIZE)
    expect(sketch).toEqual(sketch.toSorted((a, b) => a - b))
  })
  it('and comparing take any text, and say the same both ways', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(sketchOf(storyOf(a)).every((hash) => hash >= 0 && hash < 2 ** 32)).toBe(true)
        expect(same(a, b)).toBe(same(b, a))
      }),
    )
  })
})

describe('words of a story', () => {
  it('say which are names and figures, and which are quoted', () => {
    const words = storyWords('On 3 May Ana said: “The dam’s gone.” She left.')
    expect(words.filter((word) => word.specific).map((word) => word.fold)).toEqual([
      '3',
      'may',
      'ana',
    ])
    expect(words.filter((word) => word.quoted).map((word) => word.fold)).toEqual([
      'the',
      'dam',
      's',
      'gone',
    ])
  })
  it('leave out what outlets put around it, but nothing that a source says', () => {
    expect(storyWords('By Omar Lind\nSubscribe to our letters.')).toEqual([])
    expect(storyWords('“Sign up for our march. You will see,” she said.')).toHaveLength(10)
  })
  it('are the same with composed and decomposed accents', () =>
    expect(storyWords('Café'.normalize('NFD'))).toEqual(storyWords('Café')))
})

describe('every row of boilerplate.json proves itself', () => {
  it.each(boilerplateRows)('$id', (row) => {
    expect(row.reason).not.toBe('')
    const own = new RegExp(row.pattern, 'iu')
    for (const text of row.examples) expect([text, own.test(text)]).toEqual([text, true])
    for (const text of row.counterexamples) {
      expect([text, own.test(text)]).toEqual([text, false])
      expect([text, loadBoilerplate()(text)]).toEqual([text, false])
    }
  })
})

describe('creditedIn', () => {
  it.each([
    ['VARNHOLT (Reuters) - The bridge is shut.', ['Reuters']],
    ['The bridge is shut. — AP', ['AP']],
    ['The bridge is shut.\nSource: Tavin News Agency', ['Tavin News Agency']],
    ['The bridge is shut.\nAP/AFP', ['AP', 'AFP']],
    ['The ministry (Health) told Reuters that it was shut.', []],
  ])('%j', (text, names) => expect(creditedIn(text)).toEqual(names))
})

describe('clusterOf', () => {
  const copy = (
    article: string,
    published: string | null,
    fetched = '2031-05-20T08:00:00Z',
    outlet: string | null = null,
    credits: string[] = [],
  ) => ({ article, published, fetched, outlet, credits })
  const order = (...copies: ReturnType<typeof copy>[]) => clusterOf(copies).articles.join(' ')
  it('begins with the earliest published', () =>
    expect(
      order(copy('b', '2031-05-14'), copy('a', '2031-05-13'), copy('c', '2031-05-13T09:00:00Z')),
    ).toBe('c a b'))
  it('counts an article without a date by when it was fetched', () =>
    expect(order(copy('a', null), copy('b', '2031-05-21'), copy('c', '2031-05-19'))).toBe('c a b'))
  it('compares times of different zones', () =>
    expect(order(copy('a', '2031-05-13T09:00:00+02:00'), copy('b', '2031-05-13T08:00:00Z'))).toBe(
      'a b',
    ))
  it('puts an agency first on its day, and names those that are credited', () => {
    const copies = [
      copy('a', '2031-05-13T06:00:00Z', undefined, 'The Post', ['AFP']),
      copy('b', '2031-05-13', undefined, 'AFP'),
    ]
    expect(clusterOf(copies)).toEqual({ origin: 'b', articles: ['b', 'a'], credited: ['AFP'] })
  })
  it('does not depend on the order in which it is told', () => {
    const copies = ['2031', '2031-05', '2031-05-13', '2031-05-13T01:00:00Z', null].map((day, i) =>
      copy(`a${i}`, day),
    )
    expect(order(...copies)).toBe(order(...copies.toReversed()))
  })
  it('refuses nothing', () => expect(() => clusterOf([])).toThrow(RangeError))
})
