import { ACTS } from '@hearsay/engine/view'
import { expect, it } from 'vitest'
import { ACT_FAMILIES, familiesOf } from './act-families.js'

it('has every act in one family', () => {
  expect(ACT_FAMILIES.flatMap(({ acts }) => acts).sort()).toEqual([...ACTS].sort())
})

it('counts the acts of a family together', () => {
  const acts = [
    { act: 'assert', count: 3 },
    { act: 'deny', count: 2 },
    { act: 'report', count: 1 },
  ] as const
  expect(familiesOf(acts)).toEqual([
    { name: 'says', count: 4 },
    { name: 'denies', count: 2 },
  ])
})
