import type { Time } from '../record/index.js'
import type { Match } from './grammar.js'
import {
  civil,
  dayNumber,
  formatPeriod,
  isDay,
  periodOf,
  weekdayOf,
  type Period,
  type Unit,
} from './period.js'

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

const OPEN: Meaning = { type: 'DATE', value: null }

/** What each row's `means` does with the values it caught. */
export const meanings: Record<string, (match: Match, scene: Scene) => Meaning> = {
  /** "3 March 2011", "March 3", "the fall of last year", "2014". */
  date(match, scene) {
    const build = buildDate(match)
    const year = yearOf(match, scene)
    return year === undefined
      ? dated(match, beside(build, scene))
      : dated(match, year === null ? null : build(year))
  },
  /** "yesterday", "last night". */
  day({ values, ...match }, { published }) {
    const day = finest(published, 'day')
    return dated({ ...match, values }, day && periodOf('day', day.day, Number(values.get('DAYS'))))
  },
  /** "the day before yesterday", "tonight", "last night": days from publication, and the part of the day. */
  yesterdays({ values, ...match }, { published }) {
    const day = finest(published, 'day')
    const word = (w: string) => values.has(w)
    const days =
      Number(values.get('DAYS') ?? 0) +
      (word('before') || word('last') ? -1 : word('after') ? 1 : 0)
    const part = values.get('PART') ?? (word('tonight') ? 'NI' : undefined)
    const shown = part === undefined ? values : new Map([...values, ['PART', part]])
    return dated({ ...match, values: shown }, day && periodOf('day', day.day, days))
  },
  /** "Friday", "last Friday", "Friday night", "Friday of next week". */
  weekday(match, scene) {
    const { values } = match
    const published = finest(scene.history ? scene.anchor : scene.published, 'day')
    if (!published) return dated(match, null)
    const weekday = Number(values.get('WEEKDAY'))
    const step = values.get('STEP')
    const monday = periodOf('week', published.day, values.has('WEEK') ? Number(step) : 0).day
    const ahead = (weekday - weekdayOf(published.day) + 7) % 7
    const behind = (7 - ahead) % 7
    const day =
      step === undefined
        ? published.day + (scene.tense() === 'future' ? ahead : -behind)
        : values.has('WEEK') || step === 0
          ? monday + weekday - 1
          : published.day + (step === -1 ? -(behind || 7) : ahead || 7)
    return dated(match, { unit: 'day', day })
  },
  /** "last year", "this month", "next summer", "last August": counted from publication. */
  step(match, { published }) {
    const { values } = match
    const step = Number(values.get('STEP'))
    if (!published) return dated(match, null)
    if (values.has('UNIT')) {
      const unit = values.get('UNIT') as Unit
      const now = finest(published, unit)
      return dated(match, now && periodOf(unit, now.day, step))
    }
    const build = buildDate(match)
    const { year } = civil(published.day)
    const here = build(year)
    if (!here) return dated(match, null)
    const { day } = periodOf(here.unit, published.day)
    const back = step < 0 && here.day >= day
    const on = step > 0 && here.day <= day
    return dated(match, build(year + (back ? -1 : on ? 1 : 0)))
  },
  /** "the same year", "the following day", "that month": counted from where the text is. */
  related(match, scene) {
    const unit = (match.values.get('UNIT') ?? 'day') as Unit
    const from = anchorOf(scene, unit)
    return dated(match, from && periodOf(unit, from.day, relation(match.values)))
  },
  /** "the following April", "that summer": the next, the last or the same after where the text is. */
  relatedName(match, { anchor, published }) {
    const from = anchor ?? published
    const build = buildDate(match)
    if (!from) return dated(match, null)
    const step = relation(match.values)
    const here = build(civil(from.day).year)
    const off = here && step !== 0 && (step > 0 ? here.day <= from.day : here.day >= from.day)
    return dated(match, off ? build(civil(from.day).year + step) : here)
  },
  /** "the 28th of that month", "on the 5th". */
  dayOfMonth(match, scene) {
    const from = anchorOf(scene, 'month')
    const at = from && civil(periodOf('month', from.day, relation(match.values)).day)
    const day = Number(match.values.get('DAY'))
    const real = at && isDay(at.year, at.month, day)
    return dated(match, real ? { unit: 'day', day: dayNumber(at.year, at.month, day) } : null)
  },
  /** "the last week of March": the last wholly in it; "the second week": the one that holds the 8th. */
  weekOf(match, scene) {
    const year = yearOf(match, scene)
    const build = buildMonth(match)
    const month = year === undefined ? beside(build, scene) : year === null ? null : build(year)
    const nth = Number(match.values.get('ORDINAL') ?? 0)
    const day = month && (nth ? month.day + 7 * (nth - 1) : periodOf('month', month.day, 1).day - 7)
    return dated(match, day === null ? null : periodOf('week', day))
  },
  /** "at that time", "by this time". */
  then: (_, { anchor }) => ({
    type: 'DATE',
    value: anchor ? formatPeriod(anchor) : 'PAST_REF',
  }),
  /** "three years ago", "two days later". */
  shift(match, scene) {
    const { values } = match
    const sign = Number(values.get('AGO') ?? values.get('SHIFT'))
    const unit = (values.get('UNITS') ?? values.get('UNIT')) as Unit
    const count = Number(values.get('NUMBER') ?? 1)
    if (values.has('VAGUE')) return { type: 'DATE', value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF' }
    const from = values.has('AGO') ? finest(scene.published, unit) : anchorOf(scene, unit)
    return dated(match, from && periodOf(unit, from.day, sign * Math.round(count)))
  },
  duration: ({ row, values }) => ({ type: 'DURATION', value: row.value ?? lengthOf(values) }),
  set({ values }) {
    const weekday = values.get('WEEKDAY') ?? values.get('WEEKDAYS')
    const often = values.get('FREQUENCY')
    const value = weekday ? `XXXX-WXX-${weekday}` : String(often ?? lengthOf(values))
    return { type: 'SET', value }
  },
  /** "now": the row knows its value. */
  fixed: ({ row }) => ({
    type: row.value?.includes('T') ? 'TIME' : 'DATE',
    value: row.value ?? null,
  }),
  /** "the 1990s", "the sixties". */
  decade: (match) =>
    dated(match, periodOf('decade', dayNumber(Number(match.values.get('DECADE'))))),
  /** "the 19th century". */
  century: (match) =>
    dated(match, periodOf('century', dayNumber((Number(match.values.get('ORDINAL')) - 1) * 100))),
  /** "at 5 p.m.", "that night", "the next morning": on the day where the text is. */
  hour(match, scene) {
    const from = anchorOf(scene, 'day')
    const step = relation(match.values)
    return dated(match, from && periodOf('day', from.day, step), 'TIME')
  },
}

const relation = (values: Match['values']) =>
  Number(values.get('RELATION') ?? values.get('AROUND') ?? 0)

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

/** A period only when it is fine enough to count in `unit`s from it. */
const finest = (period: Period | null, unit: Unit) =>
  period && RANK[period.unit] <= RANK[unit] ? period : null

const anchorOf = ({ anchor, published, history }: Scene, unit: Unit) =>
  finest(anchor, unit) ?? (history ? null : finest(published, unit))

/** The year an expression names; null when it names one that cannot be told, undefined when it names none. */
function yearOf({ values }: Match, { published, anchor }: Scene): number | null | undefined {
  const named = values.get('YEAR') ?? values.get('MODERN')
  if (named !== undefined) return Number(named)
  if (values.has('ERA')) return 1 - Number(values.get('NUMBER'))
  if (values.has('SHORT'))
    return 2000 + Number(values.get('SHORT')) - (Number(values.get('SHORT')) > 50 ? 100 : 0)
  if (values.has('STEP')) return published && civil(published.day).year + Number(values.get('STEP'))
  if (!values.has('RELATION')) return undefined
  const from = anchor ?? published
  return from && civil(from.day).year + Number(values.get('RELATION'))
}

/** Year in, period out; null for a day that no calendar has. */
function buildDate({ values }: Match): (year: number) => Period | null {
  const number = (symbol: string) => Number(values.get(symbol))
  const holiday = values.get('HOLIDAY')
  if (holiday !== undefined) {
    const [month, day] = String(holiday).split('-').map(Number)
    return (year) => ({ unit: 'day', day: dayNumber(year, month, day) })
  }
  if (values.has('SEASON'))
    return (year) => ({ unit: 'season', day: dayNumber(year, number('SEASON')) })
  for (const [symbol, unit, months] of [
    ['QUARTER', 'quarter', 3],
    ['NTH_QUARTER', 'quarter', 3],
    ['NTH_HALF', 'half', 6],
  ] as const) {
    if (values.has(symbol))
      return (year) => ({ unit, day: dayNumber(year, (number(symbol) - 1) * months + 1) })
  }
  if (!values.has('MONTH') && !values.has('MM'))
    return (year) => ({ unit: 'year', day: dayNumber(year) })
  const [month, day] = [
    number(values.has('MM') ? 'MM' : 'MONTH'),
    values.get('DAY') ?? values.get('ORDINAL'),
  ]
  if (day === undefined) return (year) => ({ unit: 'month', day: dayNumber(year, month) })
  return (year) =>
    isDay(year, month, Number(day))
      ? { unit: 'day', day: dayNumber(year, month, Number(day)) }
      : null
}

const buildMonth =
  ({ values }: Match) =>
  (year: number): Period => ({ unit: 'month', day: dayNumber(year, Number(values.get('MONTH'))) })

/** The one that is meant of a date's yearly returns: the last, or the next when the words look ahead. */
function beside(build: (year: number) => Period | null, scene: Scene): Period | null {
  const { published, anchor, history, listYear } = scene
  if (listYear !== null) return build(listYear)
  const from = history ? anchor : published
  if (!from) return null
  const { year } = civil(from.day)
  const [before, here, after] = [year - 1, year, year + 1].map(build)
  if (history)
    return here && from.unit !== 'year' && from.day - here.day > 250
      ? (after ?? here)
      : (here ?? null)
  if (!here) return null
  const day = periodOf(here.unit, from.day).day
  if (scene.tense() === 'future') return here.day >= day ? here : (after ?? null)
  // "The fair opens on 3 January", written in December: a day that near is not a year ago.
  const soon = (period: Period | null | undefined) =>
    period?.unit === 'day' && period.day - from.day <= 30 && period
  if (here.day > day) return soon(here) || (before ?? null)
  return (from.day - here.day > 300 && soon(after)) || here
}

/** A period as a DATE, or as a TIME when a part of the day or an hour goes with it. */
function dated({ values }: Match, period: Period | null, type: Time['type'] = 'DATE'): Meaning {
  const hour = hourOf(values)
  const timed = hour !== null && (!period || period.unit === 'day')
  if (!period) return { ...OPEN, type: timed ? 'TIME' : type }
  const value = formatPeriod(period)
  return timed ? { type: 'TIME', value: `${value}T${hour}`, period } : { type, value, period }
}

/** "20:00", "MO"; with `Z` for universal time. */
function hourOf(values: Match['values']): string | null {
  const part = values.get('PART')
  if (part !== undefined) return String(part)
  const written = values.get('CLOCK') ?? values.get('NOON') ?? values.get('HOUR')
  if (written === undefined) return null
  const [hour = 0, minute = '00'] = String(written).split(':')
  const half = values.get('HALF')
  const shift = half === undefined ? 0 : Number(hour) === 12 ? Number(half) - 12 : Number(half)
  return `${String(Number(hour) + shift).padStart(2, '0')}:${minute}${values.get('ZONE') ?? ''}`
}

/** ISO 8601 lengths, as TIMEX3 extends them: `P3D`, `PT2H`, `PXY`. */
function lengthOf(values: Match['values']): string {
  const unit = String(
    values.get('UNITS') ?? values.get('MANY') ?? values.get('UNIT') ?? values.get('HOURS') ?? 'day',
  )
  const [prefix, times, letter] = LENGTHS[unit] ?? ['P', 1, 'D']
  if (values.has('VAGUE') || values.has('MANY')) return `${prefix}X${letter}`
  const count = (Number(values.get('NUMBER') ?? 1) + Number(values.get('PLUS_HALF') ?? 0)) * times
  return `${prefix}${count}${letter}`
}

const LENGTHS: Record<string, readonly [prefix: string, times: number, letter: string]> = {
  second: ['PT', 1, 'S'],
  minute: ['PT', 1, 'M'],
  hour: ['PT', 1, 'H'],
  day: ['P', 1, 'D'],
  week: ['P', 1, 'W'],
  weekend: ['P', 1, 'WE'],
  fortnight: ['P', 2, 'W'],
  month: ['P', 1, 'M'],
  quarter: ['P', 1, 'Q'],
  half: ['P', 6, 'M'],
  year: ['P', 1, 'Y'],
  decade: ['P', 1, 'DE'],
  century: ['P', 1, 'CE'],
}
