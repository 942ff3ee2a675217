import type { Match } from './grammar.js'
import { civil, dayNumber, isDay, periodOf, type Period } from './period.js'
import type { Scene, Values } from './scene.js'

/** The year that stands in an expression; 0 is 1 BC. */
export function yearNamed(values: Values): number | undefined {
  const year = values.get('YEAR') ?? values.get('MODERN')
  if (year !== undefined) return Number(year)
  return values.has('ERA') ? 1 - Number(values.get('NUMBER')) : undefined
}

/** The year an expression means; null when it is one that cannot be told, undefined when it has none. */
export function yearOf({ values }: Match, { published, anchor }: Scene): number | null | undefined {
  const named = yearNamed(values)
  if (named !== undefined) return named
  const short = values.get('SHORT')
  if (short !== undefined) return Number(short) + (Number(short) > 50 ? 1900 : 2000)
  if (values.has('STEP')) return published && civil(published.day).year + Number(values.get('STEP'))
  if (!values.has('RELATION')) return undefined
  const from = anchor ?? published
  return from && civil(from.day).year + Number(values.get('RELATION'))
}

/** Year in, period out; null for a day that no calendar has. */
export function buildDate({ row, values }: Match): (year: number) => Period | null {
  const number = (symbol: string) => Number(values.get(symbol))
  const holiday = values.get('HOLIDAY') ?? row.value
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

/** The month alone, of a date that counts weeks in it. */
export const buildMonth =
  ({ values }: Match) =>
  (year: number): Period => ({ unit: 'month', day: dayNumber(year, Number(values.get('MONTH'))) })

/** The one that is meant of a date's yearly returns: the last, or the next when the words look ahead. */
export function beside(build: (year: number) => Period | null, scene: Scene): Period | null {
  const { published, anchor, history, listYear } = scene
  if (listYear !== null) return build(listYear)
  const from = history ? anchor : published
  if (!from) return null
  const { year } = civil(from.day)
  const [before, here, after] = [year - 1, year, year + 1].map(build)
  if (history) {
    // "December 1941 … in January": a story goes forward.
    const passed = here && from.unit !== 'year' && from.day - here.day > 250
    return (passed ? after : here) ?? before ?? null
  }
  if (!here) return before ?? null // 29 February
  const day = periodOf(here.unit, from.day).day
  if (scene.tense() === 'future') return here.day >= day ? here : (after ?? null)
  // "The fair opens on 3 January", written in December: a day that near is not a year ago.
  const soon = (period: Period | null | undefined) =>
    period?.unit === 'day' && period.day - from.day <= 30 && period
  if (here.day > day) return soon(here) || (before ?? null)
  return (from.day - here.day > 300 && soon(after)) || here
}
