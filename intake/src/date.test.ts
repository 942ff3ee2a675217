import { describe, expect, it } from 'vitest'
import { daysBetween, isoDate } from './date.js'

describe('isoDate', () => {
  it.each([
    ['2031-05-02', '2031-05-02'],
    [' 2031-05-02T06:30:00Z ', '2031-05-02T06:30:00Z'],
    ['2031-05-02T06:30:00.123+0100', '2031-05-02T06:30:00+01:00'],
    ['2031-05-02 06:30', '2031-05-02T06:30'],
    ['20310502', '2031-05-02'],
    ['May 2, 2031', '2031-05-02'],
    ['Fri, 02 May 2031 06:30:00 GMT', '2031-05-02T06:30:00Z'],
    ['2031-05-02T99:30', '2031-05-02'],
    ['2031-02-30', null],
    ['yesterday', null],
    ['12345', null],
    ['', null],
  ])('reads %j as %j', (written, date) => {
    expect(isoDate(written)).toBe(date)
  })
})

describe('daysBetween', () => {
  it('counts days, whatever the hours', () => {
    expect(daysBetween('2031-05-03T23:00:00Z', '2031-05-01')).toBe(2)
  })
})
