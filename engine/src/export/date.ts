const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `28 December 2017` from an ISO date or date-time; what is no ISO date is returned as it stands. */
export function readableDate(iso: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?/.exec(iso) ?? []
  const name = MONTHS[Number(month) - 1]
  if (year === undefined || name === undefined) return iso
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`
}

/** `28 Dec 2017`, for where room is short. */
export function shortDate(iso: string): string {
  return readableDate(iso).replace(/(?<=^(?:\d+ )?)(\p{Lu}\p{Ll}{2})\p{Ll}+(?= \d{4}$)/u, '$1')
}
