import type { Time } from '../record/index.js'
import { civil, formatPeriod, type Period } from './period.js'
import type { Meaning, Values } from './scene.js'

/** A period as a DATE, or as a TIME when a part of the day or an hour goes with it. */
export function dated(
  { values }: { values: Values },
  period: Period | null,
  type: Time['type'] = 'DATE',
): Meaning {
  const hour = hourOf(values)
  const timed = hour !== null && (!period || period.unit === 'day')
  if (!period || !isWritable(period)) return { type: timed ? 'TIME' : type, value: null }
  const value = formatPeriod(period)
  return timed ? { type: 'TIME', value: `${value}T${hour}`, period } : { type, value, period }
}

/** TIMEX3 has four digits for a year. */
const isWritable = ({ day }: Period) => Math.abs(civil(day).year) < 9999

/** "20:00", "MO"; with `Z` for universal time. */
function hourOf(values: Values): string | null {
  const part = values.get('PART') ?? values.get('TONIGHT')
  if (part !== undefined) return String(part)
  const clock = ['CLOCK', 'DOTTED', 'NOON', 'HOUR'].find((name) => values.has(name))
  if (clock === undefined) return null
  const [hour = 0, minute = '00'] = String(values.get(clock)).split(':')
  const half = values.get('HALF')
  const hours =
    half === undefined || Number(hour) > 12 ? Number(hour) : (Number(hour) % 12) + Number(half)
  return `${String(hours).padStart(2, '0')}:${minute}${values.get('ZONE') ?? ''}`
}

/** ISO 8601 lengths, as TIMEX3 extends them: `P3D`, `PT2H`, `PXY`. */
export function lengthOf(values: Values): string {
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
