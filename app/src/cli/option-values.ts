import { InvalidArgumentError } from 'commander'

export function isoDate(value: string): string {
  const [date = ''] = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(value) ?? []
  if (date === '' || Number.isNaN(Date.parse(value)) || !isDay(date)) {
    throw new InvalidArgumentError('Give an ISO date such as 2031-05-06.')
  }
  return value
}

/** A year, a month or a day. */
export function isoPeriod(value: string): string {
  const rest = '0000-01-01'.slice(value.length)
  if (/^\d{4}(-\d{2}(-\d{2})?)?$/.test(value) && isDay(value + rest)) return value
  throw new InvalidArgumentError(
    'Give a year, a month or a day such as 2031, 2031-05 or 2031-05-06.',
  )
}

/** A day that no month has comes back as another day. */
function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
}

export function webAddress(value: string): string {
  if (/^https?:\/\/[^/]/i.test(value) && URL.canParse(value)) return value
  throw new InvalidArgumentError('Give an address that begins with http:// or https://.')
}

export function share(value: string): number {
  const number = Number(value)
  if (value.trim() !== '' && number >= 0 && number <= 1) return number
  throw new InvalidArgumentError('Give a number from 0 to 1, such as 0.5.')
}

export function count(value: string): number {
  const number = Number(value)
  if (/^\d+$/.test(value) && number >= 1) return number
  throw new InvalidArgumentError('Give a whole number from 1, such as 50.')
}

export function port(value: string): number {
  const number = Number(value)
  if (/^\d+$/.test(value) && number <= 65_535) return number
  throw new InvalidArgumentError('Give a port from 0 to 65535, such as 4977; 0 is any free one.')
}

/** `HASH` or `12:HASH`, how many records and the hash of the last. */
export function publishedHead(value: string): { hash: string; records?: number } {
  const [, records, hash = ''] = /^(?:(\d{1,15}):)?([0-9a-f]{64})$/i.exec(value) ?? []
  if (hash === '')
    throw new InvalidArgumentError(
      'Give the 64 hexadecimal digits of a head, or with its records: 12:3f2a…',
    )
  return { hash: hash.toLowerCase(), ...(records && { records: Number(records) }) }
}

/** Feeds are not to be visited more often than every five minutes. */
const SELDOM_ENOUGH = 5

export function minutes(value: string): number {
  const number = Number(value)
  if (/^\d+$/.test(value) && number >= SELDOM_ENOUGH) return number
  throw new InvalidArgumentError(
    `Give a whole number of minutes from ${SELDOM_ENOUGH}, such as 30.`,
  )
}
