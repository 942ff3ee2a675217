const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?/i

/**
 * `written` as an ISO 8601 date (`2017-12-28`) or date-time (`2017-12-28T09:30:00+01:00`); the time zone
 * is kept as written. Null when it names no day that exists.
 */
export function isoDate(written: string): string | null {
  const trimmed = written.trim()
  const compact = trimmed.replace(/^(\d{4})(\d{2})(\d{2})(?!\d)/, '$1-$2-$3')
  const iso = ISO.exec(compact)
  return iso ? fromParts(iso) : fromWords(trimmed)
}

function fromParts([, year, month, day, time, zone]: RegExpExecArray): string | null {
  const date = `${year}-${month}-${day}`
  if (!isDay(date)) return null
  if (!time) return date
  const dateTime = `${date}T${time}${(zone ?? '').toUpperCase().replace(/(\d{2})(\d{2})$/, '$1:$2')}`
  return Number.isNaN(Date.parse(dateTime)) ? date : dateTime
}

/** `Thu, 28 Dec 2017 10:00:00 GMT`, `December 28, 2017`: only with a year and a month in letters. */
function fromWords(written: string): string | null {
  if (!/\b\d{4}\b/.test(written) || !/[a-z]{3}/i.test(written)) return null
  // Read as UTC, so that the day stays the one written.
  const zoned = /(GMT|UTC|Z|[+-]\d{4})$/.test(written)
  const time = Date.parse(zoned ? written : `${written} UTC`)
  if (Number.isNaN(time)) return null
  const iso = new Date(time).toISOString()
  return /\d:\d\d/.test(written) ? `${iso.slice(0, 19)}Z` : iso.slice(0, 10)
}

function isDay(date: string): boolean {
  const time = Date.parse(date)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}

/** Days between two ISO dates, 0 or more. */
export function daysBetween(a: string, b: string): number {
  return Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) / 86_400_000
}
