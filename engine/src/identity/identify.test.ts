import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createIdentifier, type ArticleActor, type Decision } from './index.js'

const { identify, blockKeys } = createIdentifier()

/** Actors written as `article: Name | other, names | title | year`, a body's name after `#`, a description after `~`. */
function actors(...lines: string[]): ArticleActor[] {
  const counts = new Map<string, number>()
  return lines.map((line) => {
    const [article = '', rest = ''] = line.split(/: (.*)/u)
    const [name = '', names = '', title = '', year = ''] = rest
      .split('|')
      .map((part) => part.trim())
    counts.set(article, (counts.get(article) ?? 0) + 1)
    return {
      article,
      actor: `a${counts.get(article)}`,
      name: name.replace(/^[#~]/u, ''),
      kind: name.startsWith('#')
        ? 'organization'
        : name.startsWith('~')
          ? 'unnamed-person'
          : 'person',
      title: title || null,
      names: [name.replace(/^[#~]/u, ''), ...names.split(',').map((each) => each.trim())].filter(
        Boolean,
      ),
      published: year ? `${year}-05-06` : null,
    }
  })
}

/** Who is one, by articles: `1+2 3`. */
function groups(cast: readonly ArticleActor[], decisions?: readonly Decision[]): string {
  const found = identify(cast, decisions).map(({ members }) =>
    members
      .map(({ article, actor }) => (actor === 'a1' ? article : `${article}.${actor}`))
      .sort()
      .join('+'),
  )
  return found.sort().join(' ')
}

const doubts = (cast: readonly ArticleActor[]) =>
  identify(cast).flatMap(({ id, doubts: found }) =>
    found.map(({ with: other, why }) => `${id} ? ${other}: ${why}`),
  )

describe('who is one', () => {
  it.each<[string, string[], string]>([
    ['one full name', ['1: Sergei Lavrin', '2: Sergei Lavrin'], '1+2'],
    ['a surname with the only full name', ['1: Sergei Lavrin', '2: Lavrin | Mr Lavrin'], '1+2'],
    ['titles and marks apart', ['1: General Ana Ruíz', '2: Ana Ruiz'], '1+2'],
    ['capitals apart', ['1: ANA RUIZ', '2: Ana Ruiz'], '1+2'],
    ['an initial', ['1: S. Lavrin', '2: Sergei Lavrin'], '1+2'],
    [
      'a middle name',
      ['1: Sergei Pavlovich Lavrin', '2: Sergei Lavrin', '3: Sergei P. Lavrin'],
      '1+2+3',
    ],
    [
      'one office in other words',
      ['1: Ana Ruiz | | mayor of Cabo', '2: Ana Ruiz | | the mayor'],
      '1+2',
    ],
    [
      'another office of the same walk of life',
      ['1: Ana Ruiz | | mayor', '2: Ana Ruiz | | minister'],
      '1+2',
    ],
    ['a name without a title', ['1: Ana Ruiz | | striker', '2: Ana Ruiz'], '1+2'],
    ['letters that an article states', ['1: #Office for Safe Harbours | OSH', '2: #OSH'], '1+2'],
    ['the same body, article apart', ['1: #The Harbour Board', '2: #Harbour Board'], '1+2'],
    ['a state by two of its names', ['1: #US', '2: #America'], '1+2'],
  ])('joins %s', (_what, lines, expected) => {
    expect(groups(actors(...lines))).toBe(expected)
    expect(doubts(actors(...lines))).toEqual([])
  })

  it.each<[string, string[], string]>([
    ['other first names', ['1: Ana Ruiz', '2: Bea Ruiz'], '1 2'],
    ['other middle initials', ['1: Ana B. Ruiz', '2: Ana C. Ruiz'], '1 2'],
    ['father and son', ['1: Carl Brandt Jr.', '2: Carl Brandt Sr.'], '1 2'],
    ['a woman and a man', ['1: Carl Brandt | Mr Brandt', '2: Brandt | Mrs Brandt'], '1 2'],
    ['a person and a body', ['1: Brandt', '2: #Brandt'], '1 2'],
    ['a state and its government', ['1: #Norland', '2: #Norland Government Office'], '1 2'],
    ['descriptions', ['1: ~a spokesman', '2: ~a spokesman'], '1 2'],
    ['what is called a person and has no name', ['1: the mayor', '2: the mayor'], '1 2'],
  ])('keeps apart %s, and has no doubt', (_what, lines, expected) => {
    expect(groups(actors(...lines))).toBe(expected)
    expect(doubts(actors(...lines))).toEqual([])
  })

  it.each<[string, string[], string, RegExp]>([
    [
      'a footballer and a minister',
      ['1: Ana Ruiz | | striker', '2: Ana Ruiz | | minister'],
      '1 2',
      /one is striker, the other minister/,
    ],
    ['a surname that two have', ['1: Ana Ruiz', '2: Bea Ruiz', '3: Ruiz'], '1 2 3', /fits several/],
    [
      'a name that two fuller ones fit',
      ['1: Ana B. Ruiz', '2: Ana C. Ruiz', '3: Ana Ruiz'],
      '1 2 3',
      /fits several/,
    ],
    [
      'a surname with another walk of life',
      ['1: Ana Ruiz | | striker', '2: Ruiz | | minister'],
      '1 2',
      /fits, but one is/,
    ],
    [
      'a surname from another time',
      ['1: Ana Ruiz | | | 1998', '2: Ruiz | | | 2031'],
      '1 2',
      /33 years apart/,
    ],
    [
      'a Mr with a woman’s first name',
      ['1: Maria Rossi', '2: Rossi | Mr Rossi'],
      '1 2',
      /more often a woman/,
    ],
    ['two that one article tells apart', ['1: Ana Ruiz', '1: Ruiz'], '1 1.a2', /tells them apart/],
    ['surnames alone', ['1: Lavrin', '2: Lavrin'], '1 2', /no first name/],
    [
      'who has no title, of two namesakes',
      ['1: Ana Ruiz | | striker', '2: Ana Ruiz | | mayor', '3: Ana Ruiz'],
      '1 2 3',
      /not said which/,
    ],
    [
      'letters that nobody states',
      ['1: #Office for Safe Harbours', '2: #OSH'],
      '1 2',
      /letters fit/,
    ],
    [
      'letters that two state',
      ['1: #Office for Safe Harbours | OSH', '2: #Order of Saint Hild | OSH', '3: #OSH'],
      '1 2 3',
      /Several bodies/,
    ],
    ['another sort of body', ['1: #Amaro Radio', '2: #Amaro Television'], '1 2', /sort of body/],
  ])('is in doubt about %s', (_what, lines, expected, why) => {
    expect(groups(actors(...lines))).toBe(expected)
    expect(doubts(actors(...lines)).join('\n')).toMatch(why)
  })
})

describe('an identity', () => {
  const cast = actors(
    '1: Sergei Lavrin | Mr Lavrin, he, the minister, Lavrin | foreign minister',
    '2: Lavrin | Minister Lavrin | the foreign minister',
    '3: Sergei Lavrin | Lavrin | foreign minister',
  )

  it('has the fullest name, all names and all titles', () => {
    expect(identify(cast)).toEqual([
      {
        id: 'person:sergei-lavrin',
        name: 'Sergei Lavrin',
        kind: 'person',
        names: ['Lavrin', 'Sergei Lavrin', 'Minister Lavrin', 'Mr Lavrin'],
        titles: ['foreign minister', 'the foreign minister'],
        members: [
          { article: '1', actor: 'a1' },
          { article: '3', actor: 'a1' },
          { article: '2', actor: 'a1' },
        ],
        doubts: [],
      },
    ])
  })

  it('keeps its id when a fuller name or further articles come', () => {
    const more = actors('4: Sergei Pavlovich Lavrin', '5: Sergei Lavrin', '6: Bea Lavrin')
    expect(identify([...cast, ...more]).map(({ id }) => id)).toContain('person:sergei-lavrin')
  })
})

describe('a decision', () => {
  const cast = actors(
    '1: Ana Ruiz | | striker',
    '2: Ana Ruiz | | minister',
    '3: Bea Lind',
    '4: Bea Lind',
  )
  const ref = (article: string) => ({ article, actor: 'a1', name: '' })

  it('merges whom names do not join, and ends the doubt', () => {
    const merge: Decision = { kind: 'merge', actors: [ref('1'), ref('2')] }
    expect(groups(cast, [merge])).toBe('1+2 3+4')
    expect(identify(cast, [merge]).flatMap(({ doubts }) => doubts)).toEqual([])
    expect(groups(cast, [merge, { kind: 'merge', actors: [ref('2'), ref('3')] }])).toBe('1+2+3+4')
  })

  it('splits whom names join, and later words count', () => {
    const split: Decision = { kind: 'split', from: [ref('3')], to: [ref('4')] }
    expect(groups(cast, [split])).toBe('1 2 3 4')
    expect(groups(cast, [split, { kind: 'merge', actors: [ref('4'), ref('3')] }])).toBe('1 2 3+4')
  })

  it('holds when articles come, and says nothing of who is gone', () => {
    const decisions: Decision[] = [
      { kind: 'merge', actors: [ref('1'), ref('2'), ref('99')] },
      { kind: 'split', from: [ref('3')], to: [ref('98')] },
    ]
    expect(groups([...cast, ...actors('5: Bea Lind')], decisions)).toBe('1+2 3+4+5')
  })
})

const anyActor = fc.record({
  article: fc.constantFrom('1', '2', '3'),
  actor: fc.nat(9).map((n) => `a${n}`),
  name: fc.oneof(
    fc.constantFrom(
      'Ana Ruiz',
      'Ruiz',
      'A. Ruiz',
      'Ana B. Ruiz',
      'OSH',
      'Office for Safe Harbours',
      'US',
      '新聞',
      ' ',
      '’s',
    ),
    fc.string({ unit: 'binary' }),
  ),
  kind: fc.constantFrom(
    'person',
    'organization',
    'outlet',
    'document',
    'unnamed-person',
    'unnamed-group',
  ),
  title: fc.option(fc.constantFrom('striker', 'minister', 'nobody')),
  names: fc.array(fc.constantFrom('Mr Ruiz', 'OSH', 'she', 'Ana')),
  published: fc.option(fc.constantFrom('1990', '2031-05-06')),
}) as fc.Arbitrary<ArticleActor>
const anyCast = fc.uniqueArray(anyActor, {
  selector: ({ article, actor }) => `${article} ${actor}`,
  maxLength: 12,
})

it('everybody is somebody once, ids are one’s own, doubts go both ways, and order is of no weight', () => {
  fc.assert(
    fc.property(anyCast, (cast) => {
      const found = identify(cast)
      const members = found.flatMap((identity) =>
        identity.members.map((m) => `${m.article} ${m.actor}`),
      )
      expect(members.sort()).toEqual(cast.map((a) => `${a.article} ${a.actor}`).sort())
      expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
      const pairs = found.flatMap(({ id, doubts }) => doubts.map((each) => `${id} ${each.with}`))
      expect(pairs.map((pair) => pair.split(' ').reverse().join(' ')).sort()).toEqual(pairs.sort())
      expect(identify([...cast].reverse())).toEqual(found)
    }),
  )
})

it('blocks alone tell the same as all together', () => {
  fc.assert(
    fc.property(anyCast, (cast) => {
      const parts: ArticleActor[][] = []
      for (const actor of cast) {
        const keys = new Set(blockKeys(actor))
        const linked = parts.filter((part) =>
          part.some((other) => blockKeys(other).some((key) => keys.has(key))),
        )
        const rest = parts.filter((part) => !linked.includes(part))
        parts.splice(0, parts.length, ...rest, [...linked.flat(), actor])
      }
      const apart = parts.flatMap((part) => identify(part)).sort((a, b) => (a.id < b.id ? -1 : 1))
      expect(apart).toEqual(identify(cast))
    }),
  )
})
