import { expect, test } from 'vitest'
import { blockAt, blocks } from './blocks.js'

const cut = (text: string) => blocks(text).map(({ start, end }) => text.slice(start, end))

test('a text without blank lines has one paragraph a line', () => {
  expect(cut('One.\nTwo.\r\nThree.')).toEqual(['One.', 'Two.\r', 'Three.'])
})

test('a text with blank lines keeps its broken lines together', () => {
  expect(cut('One,\nstill one.\n\n \nTwo.\n')).toEqual(['One,\nstill one.', 'Two.\n'])
})

test('a blank text has no paragraph', () => {
  expect(cut(' \n\n\t\n')).toEqual([])
})

test('a title may be longer than a heading', () => {
  const line =
    'Union votes to end the longest strike that the port has seen since the old pier was built'
  expect(blocks(`${line}\n${line}`).map(({ heading }) => heading)).toEqual([true, false])
})

test('a short line without a full stop is a heading', () => {
  const text = 'Union votes\nIt was close.\nAsked who won, she said: “We did.”'
  expect(blocks(text).map(({ heading }) => heading)).toEqual([true, false, false])
})

test('an offset belongs to the block that holds it, or to the one before', () => {
  const list = blocks('One.\n\n\nTwo.')
  expect([0, 3, 5, 7, 99].map((offset) => blockAt(list, offset))).toEqual([0, 0, 0, 1, 1])
})
