import { expect, test } from 'vitest'
import type { Act, Ledger, Statement } from '../record/index.js'
import ferry from './fixtures/ferry.json'
import { passages } from './passages.js'

interface Said {
  /** The statement's words; its cue is no part of the text. */
  content: string
  by?: string[]
  under?: string
  act?: Act
}

/** The passages of `text`, a sentence an array item, a paragraph an array, as `actor: words`. */
function found(text: string[][], said: Record<string, Said>): string[] {
  const whole = ['Storm', ...text.map((sentences) => sentences.join(' '))].join('\n')
  const at = (words: string) => {
    const start = whole.indexOf(words)
    return { start, end: start + words.length, text: words }
  }
  const statements = Object.entries(said).map(([id, { content, by, under, act }]): Statement => {
    return {
      ...(ferry as Ledger).statements[0]!,
      id,
      parent: under ?? null,
      source: by ? { ...at(content), actor: by[0] ?? '', actors: by } : null,
      cue: { start: null, end: null, text: null, act: act ?? 'assert', negated: false },
      content: [at(content)],
    }
  })
  const sentences = text.flat().map((words) => ({ ...at(words), voice: 'own' as const }))
  const article = { ...ferry.article, text: whole, title: null }
  const ledger = { ...(ferry as Ledger), article, sentences, statements }
  return passages(ledger).map(({ actor, start, end }) => `${actor}: ${whole.slice(start, end)}`)
}

test('sentences of one source make one passage, a new paragraph a new one', () => {
  expect(
    found([['Rain fell.', 'Snow fell.'], ['Hail fell.']], {
      s1: { content: 'Rain', by: ['a1'] },
      s2: { content: 'Snow', by: ['a1'] },
      s3: { content: 'Hail', by: ['a1'] },
    }),
  ).toEqual(['a1: Rain fell. Snow fell.', 'a1: Hail fell.'])
})

test('sources that share a sentence have a passage each', () => {
  expect(
    found([['Rain fell.', 'Snow fell.']], {
      s1: { content: 'Rain', by: ['a1', 'a2'] },
      s2: { content: 'Snow', by: ['a2'] },
    }),
  ).toEqual(['a1: Rain fell.', 'a2: Rain fell. Snow fell.'])
})

test('whoever relays gives the passage, not the one relayed', () => {
  expect(
    found([['An audit shows rain, Ana said.', 'Snow fell.']], {
      s1: { content: 'An audit shows rain', by: ['a1'] },
      s2: { content: 'rain', by: ['a2'], under: 's1' },
      s3: { content: 'Snow', by: ['a2'] },
    }),
  ).toEqual(['a1: An audit shows rain, Ana said.', 'a2: Snow fell.'])
})

test('behind words from nobody stand those who said them', () => {
  const s1 = { content: 'Rain' }
  expect(found([['Rain fell.']], { s1 })).toEqual([])
  expect(found([['Rain fell.']], { s1, s2: { content: 'Rain', by: ['a1'], under: 's1' } })).toEqual(
    ['a1: Rain fell.'],
  )
})

test('neither a refusal nor the outlet itself nor a heading is a passage', () => {
  expect(found([['Rain fell.']], { s1: { content: 'Rain', by: ['a1'], act: 'decline' } })).toEqual(
    [],
  )
  expect(found([['Rain fell.']], { s1: { content: 'Rain', by: ['a0'] } })).toEqual([])
  expect(found([['Rain fell'], ['It did.']], { s1: { content: 'Rain', by: ['a1'] } })).toEqual([])
})

test('a sentence between two of one source belongs to it, one after them does not', () => {
  const text = [['Rain fell.', 'It was cold.', 'Snow fell.', 'It was late.']]
  const s1 = { content: 'Rain', by: ['a1'] }
  expect(found(text, { s1, s2: { content: 'Snow', by: ['a1'] } })).toEqual([
    'a1: Rain fell. It was cold. Snow fell.',
  ])
  expect(found(text, { s1, s2: { content: 'Snow', by: ['a2'] } })).toEqual([
    'a1: Rain fell.',
    'a2: Snow fell.',
  ])
})

test.each([
  ['“It was cold.”', true],
  ['“It was,', true],
  ['“Cold” is a word.', false],
  ['It was “cold.”', false],
  ['“Cold” is “wet.”', false],
])('after a source, %s goes on with it: %s', (words, goesOn) => {
  expect(found([['Rain fell.', words]], { s1: { content: 'Rain', by: ['a1'] } })).toEqual([
    goesOn ? `a1: Rain fell. ${words}` : 'a1: Rain fell.',
  ])
})

test('a quotation of several sentences goes on to its end', () => {
  expect(
    found([['Rain fell.', '“It was cold.', 'It was wet.”', 'It was late.']], {
      s1: { content: 'Rain', by: ['a1'] },
    }),
  ).toEqual(['a1: Rain fell. “It was cold. It was wet.”'])
})

test('parents in a ring come to an end', () => {
  expect(
    found([['Rain fell.']], {
      s1: { content: 'Rain', by: ['a1'], under: 's2' },
      s2: { content: 'Rain', by: ['a2'], under: 's1' },
    }),
  ).toEqual(['a2: Rain fell.', 'a1: Rain fell.'])
})
