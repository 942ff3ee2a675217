import { describe, expect, it } from 'vitest'
import { acronyms, keysOf, sameBody, samePerson } from './names.js'

const split = (name: string) => name.split(' ')

describe('names of persons', () => {
  it.each([
    ['sergei lavrov', 'lavrov', true],
    ['s. lavrov', 'sergei lavrov', true],
    ['ana ruiz', 'carl ruiz', false],
    ['ana maria ruiz', 'ana ruiz', true],
    ['ruiz', 'ruiz ortega', true],
    ['ana ruiz', 'ana lomax', false],
    ['ana', 'ana ruiz', true],
    ['ana ruiz jr', 'ana ruiz', true],
  ])('%s and %s: one person %s', (a, b, same) => {
    expect(samePerson(split(a), split(b))).toBe(same)
    expect(samePerson(split(b), split(a))).toBe(same)
  })
})

describe('names of bodies', () => {
  it.each([
    ['osa', 'office for safe air', true],
    ['o.s.a.', 'office for safe air', true],
    ['interfax', 'interfax news agency', true],
    ['marel', 'marel rail', false],
    ['harbour observatory', 'harbour observatory for human rights', true],
    ['ministry of works', 'ministry of health', false],
    ['verdan rail inc', 'lomax', false],
    ['verdan inc ltd', 'verdan railway', false],
    ['verdan rail inc', 'verdan rail', true],
  ])('%s and %s: one body %s', (a, b, same) => {
    expect(sameBody(split(a), split(b))).toBe(same)
    expect(sameBody(split(b), split(a))).toBe(same)
  })
})

it('the letters of a name, with its small words and without', () => {
  expect([...acronyms(split('office for safe air'))]).toEqual(['ofsa', 'osa'])
})

it('names of one actor share a word or their letters', () => {
  expect(keysOf(split('office for safe air'))).toEqual(['office', 'safe', 'air', 'ofsa', 'osa'])
  expect(keysOf(['osa'])).toEqual(['osa'])
})
