import { describe, expect, it } from 'vitest'
import { loadCalendar } from '../calendar/index.js'
import { tokenize } from '../text/index.js'
import { findTimes } from './times.js'
import type { Entity } from './types.js'

const calendar = loadCalendar()

function reading(text: string, published: string | null, entities: Entity[] = []) {
  const article = {
    ...{ id: '', origin: '', bytes: '', title: null, byline: null, outlet: null, language: 'en' },
    ...{ published, text },
  }
  return findTimes(
    article,
    tokenize(text, new Set()),
    { entities, parts: [], phrases: [], remarks: [] },
    calendar,
  )
}

describe('findTimes', () => {
  it('resolves against the day of publication', () => {
    const { times, notes } = reading('Ruiz spoke on Thursday.', '2024-05-15')
    expect(times).toEqual([
      { start: 14, end: 22, text: 'Thursday', type: 'DATE', value: '2024-05-09' },
    ])
    expect(notes).toEqual([])
  })
  it('says once that relative times stay open when there is no such day', () => {
    const { times, notes } = reading('On Thursday, a year after March 2011, Ruiz left today.', null)
    expect(times.map(({ value }) => value)).toEqual([null, 'P1Y', '2011-03', null])
    expect(notes).toMatchObject([{ code: 'time-unresolved', start: 3, end: 11 }])
    expect(notes[0]?.message).toMatch(/“Thursday” and 1 more: pass the day of publication/u)
  })
  it('does not ask for the day of publication when it has one', () => {
    const { notes } = reading('It opened in 2011. Two days later it shut.', '2024')
    expect(notes[0]?.message).toMatch(/“Two days later”: the day it counts from is not known/u)
  })
  it.each([
    ['It opened on 03/04/2011.', ['date-ambiguous']],
    ['It opened on 04/04/2011.', []],
    ['It opened on 23/04/2011.', []],
  ])('doubts which number is the month: %s', (text, codes) => {
    const { times, notes } = reading(text, '2024-05-15')
    expect(times).toHaveLength(1)
    expect(notes.map(({ code }) => code)).toEqual(codes)
  })
  it('takes no month from the name of a person', () => {
    const text = 'Then April Marsh spoke.'
    expect(reading(text, '2024-05-15', [{ kind: 'PER', range: [1, 3] }]).times).toEqual([])
    expect(reading(text, '2024-05-15').times).toHaveLength(1)
  })
})
