import { expect, test } from 'vitest'
import { clipped, listed, shortlisted } from './listed.js'

test('a line never ends inside an item that fits on one', () => {
  expect(listed(['Monte Vell', 'Vell Marin'], 15)).toEqual(['Monte Vell ·', 'Vell Marin'])
  expect(listed(['Monte', 'Vell', 'Marin'], 12)).toEqual(['Monte ·', 'Vell · Marin'])
})

test.each([
  [40, ['one · two · three · four · five']],
  [30, ['one · two · three · 2 more']],
  [15, ['one · 4 more']],
])('in %i columns one line holds what fits and counts the rest', (width, lines) => {
  const items = ['one', 'two', 'three', 'four', 'five']
  expect(shortlisted(items, { width, most: 1 })).toEqual(lines)
})

test('where not even one fits, all are counted', () => {
  expect(shortlisted(['a long phrase', 'another one'], { width: 12, most: 1 })).toEqual([
    '2 in all',
  ])
})

test.each([
  ['a phrase of many words', 'a phrase of…'],
  ['a phrase odd', 'a phrase odd'],
])('%s is cut to %s', (item, short) => {
  expect(clipped(item, 12)).toBe(short)
})
