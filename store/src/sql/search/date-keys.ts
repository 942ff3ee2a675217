import { HearsayError } from '@hearsay/engine'

/** `2031`, `2031-05` or `2031-05-06` at the beginning of `value`, without its hyphens; null when it begins otherwise. */
export function digitsOf(value: string | null): string | null {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})(?:-(\d\d)(?!\d)(?:-(\d\d)(?!\d))?)?(?!\d)/.exec(value ?? '') ?? []
  return year === '' ? null : `${year}${month}${day}`
}

/** The same of what was asked. */
export function askedDigits(value: string): string {
  const digits = digitsOf(value)
  if (digits !== null) return digits
  throw new HearsayError(
    'query-malformed',
    `"${value}" is no date to search by. Give a year, a month or a day: 2031, 2031-05 or 2031-05-06.`,
  )
}

/** Keys of a date: its year, its month, its day, as far as it tells. */
export function mentionKeys(digits: string): string[] {
  return [4, 6, 8].flatMap((length) => (digits.length < length ? [] : digits.slice(0, length)))
}

/** Keys of a date that spans of time can be put together from: `2`, `20`, `203`, `2031`, `203105`, `20310506`. */
export function spanKeys(digits: string): string[] {
  return [1, 2, 3].map((length) => digits.slice(0, length)).concat(mentionKeys(digits))
}

const FIRST = '00000101'
const LAST = '99991231'

/** The fewest keys such that every date of the span has one of them, and no other has. */
export function coveringKeys(since: string | null, until: string | null): string[] {
  const from = filled(since ?? '', FIRST)
  const to = filled(until ?? '', LAST)
  const cover = (key: string): string[] => {
    const [first, last] = [filled(key, FIRST), filled(key, LAST)]
    if (last < from || first > to) return []
    if (key !== '' && first >= from && last <= to) return [key]
    return partsOf(key).flatMap(cover)
  }
  return cover('')
}

function filled(key: string, pattern: string): string {
  return key + pattern.slice(key.length)
}

function partsOf(key: string): string[] {
  if (key.length === 8) return []
  if (key.length < 4) return Array.from({ length: 10 }, (_, digit) => `${key}${digit}`)
  const count = key.length === 4 ? 12 : 31
  return Array.from({ length: count }, (_, n) => `${key}${String(n + 1).padStart(2, '0')}`)
}
