/** Stretches of the calendar that TIMEX3 can write as one DATE. */
export type Unit =
  | 'day'
  | 'week'
  | 'weekend'
  | 'month'
  | 'quarter'
  | 'half'
  | 'season'
  | 'year'
  | 'decade'
  | 'century'

/** A unit of the proleptic Gregorian calendar; `day` is its first day, counted from 1970-01-01. */
export interface Period {
  readonly unit: Unit
  readonly day: number
}

/** Years are astronomical: 0 is 1 BC. Months and days count from 1. */
export interface Civil {
  year: number
  month: number
  day: number
}

/** Days from 1970-01-01 (Hinnant, "chrono-compatible low-level date algorithms"). */
export function dayNumber(year: number, month = 1, day = 1): number {
  const y = month > 2 ? year : year - 1
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** Undoes `dayNumber`. */
export function civil(days: number): Civil {
  const z = days + 719468
  const era = Math.floor(z / 146097)
  const d = z - era * 146097
  const y = Math.floor(
    (d - Math.floor(d / 1460) + Math.floor(d / 36524) - Math.floor(d / 146096)) / 365,
  )
  const dayOfYear = d - (365 * y + Math.floor(y / 4) - Math.floor(y / 100))
  const m = Math.floor((5 * dayOfYear + 2) / 153)
  const month = m < 10 ? m + 3 : m - 9
  return {
    year: y + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1,
  }
}

/** Monday is 1, Sunday 7. */
export const weekdayOf = (days: number) => ((((days + 3) % 7) + 7) % 7) + 1

/** Months in a unit, and the month (from January, 0) that its count starts with. */
const MONTHS: Partial<Record<Unit, readonly [length: number, first: number]>> = {
  month: [1, 0],
  quarter: [3, 0],
  half: [6, 0],
  season: [3, 2],
  year: [12, 0],
  decade: [120, 0],
  century: [1200, 0],
}

/** The unit that holds a day, or the one `steps` later. */
export function periodOf(unit: Unit, day: number, steps = 0): Period {
  if (unit === 'day') return { unit, day: day + steps }
  const months = MONTHS[unit]
  if (!months) {
    const monday = day - weekdayOf(day) + 1 + 7 * steps
    return { unit, day: unit === 'weekend' ? monday + 5 : monday }
  }
  const [length, first] = months
  const { year, month } = civil(day)
  const index = year * 12 + month - 1 - first
  const start = (Math.floor(index / length) + steps) * length + first
  return { unit, day: dayNumber(Math.floor(start / 12), start - Math.floor(start / 12) * 12 + 1) }
}

/** A day of the calendar as it exists: never 30 February. */
export function isDay(year: number, month: number, day: number): boolean {
  const found = civil(dayNumber(year, month, day))
  return found.month === month && found.day === day
}

const SEASONS: Record<number, string> = { 3: 'SP', 6: 'SU', 9: 'FA', 12: 'WI' }
const two = (n: number) => String(n).padStart(2, '0')

/** The TIMEX3 value: `2017-12-28`, `2017-W52`, `2017-SU`, `199` (a decade), `BC0480`. */
export function formatPeriod({ unit, day }: Period): string {
  const at = civil(unit === 'week' || unit === 'weekend' ? thursday(day) : day)
  const before = at.year <= 0
  const digits = String(before ? 1 - at.year : at.year).padStart(4, '0')
  const year = before ? `BC${digits}` : digits
  switch (unit) {
    case 'day':
      return `${year}-${two(at.month)}-${two(at.day)}`
    case 'week':
    case 'weekend':
      return `${year}-W${two(isoWeek(day))}${unit === 'weekend' ? '-WE' : ''}`
    case 'month':
      return `${year}-${two(at.month)}`
    case 'quarter':
      return `${year}-Q${Math.ceil(at.month / 3)}`
    case 'half':
      return `${year}-H${Math.ceil(at.month / 6)}`
    case 'season':
      return `${year}-${SEASONS[at.month]}`
    case 'year':
      return year
    case 'decade':
      return year.slice(0, -1)
    case 'century':
      return year.slice(0, -2)
  }
}

/** ISO 8601: a week belongs to the year of its Thursday. */
const thursday = (day: number) => day - weekdayOf(day) + 4
const isoWeek = (day: number) =>
  Math.floor((thursday(day) - dayNumber(civil(thursday(day)).year)) / 7) + 1

/** The day, month or year that an ISO date or date-time begins with; null when it is none. */
export function parsePublished(published: string | null): Period | null {
  const match = /^\s*(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?![\d-])/u.exec(published ?? '')
  if (!match) return null
  const [year, month, day] = match.slice(1).map((part) => (part ? Number(part) : undefined))
  const unit = day !== undefined ? 'day' : month !== undefined ? 'month' : 'year'
  if (year === undefined || !isDay(year, month ?? 1, day ?? 1)) return null
  return { unit, day: dayNumber(year, month, day) }
}
