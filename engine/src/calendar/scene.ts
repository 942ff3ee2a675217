import type { Time } from '../record/index.js'
import type { Period, Unit } from './period.js'

export type Tense = 'past' | 'future' | 'open'

/** What stands around an expression and decides what it means. */
export interface Scene {
  /** The day (or month, or year) of publication. */
  readonly published: Period | null
  /** The date the text was last at. */
  readonly anchor: Period | null
  /** The text tells of years long past: what lacks a year is meant beside its neighbours, not beside publication. */
  readonly history: boolean
  /** The year of the date that a range or a list ends with: "March and April 1918". */
  readonly listYear: number | null
  /** Do the words around speak of what was or of what is to come? */
  tense(): Tense
}

/** TIMEX3 type and value, and the stretch of the calendar it names when it names one. */
export interface Meaning {
  readonly type: Time['type']
  readonly value: string | null
  readonly period?: Period
}

/** The values a match caught, by CLASS. */
export type Values = ReadonlyMap<string, number | string>

const RANK: Record<Unit, number> = {
  day: 0,
  weekend: 1,
  week: 1,
  month: 2,
  season: 3,
  quarter: 3,
  half: 4,
  year: 5,
  decade: 6,
  century: 7,
}

/** Hours and minutes are not. */
export const isCounted = (unit: string) => unit in RANK

/** A period only when it is fine enough to count in `unit`s from it. */
export const finest = (period: Period | null, unit: Unit) =>
  period && RANK[period.unit] <= RANK[unit] ? period : null

export const anchorOf = ({ anchor, published, history }: Scene, unit: Unit) =>
  finest(anchor, unit) ?? (history ? null : finest(published, unit))
