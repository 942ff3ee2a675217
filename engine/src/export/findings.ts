import type { Ledger, Place, Quantity, TextSpan, Time, Wording } from '../record/index.js'
import { readableDate } from './date.js'

/** What Hearsay finds in the words of an article beside its statements, in words for readers. */
export const FINDING_WORDS = {
  place: 'places',
  time: 'dates',
  quantity: 'quantities',
  wording: 'wording',
} as const

export type FindingKind = keyof typeof FINDING_WORDS

export interface Finding extends TextSpan {
  kind: FindingKind
  /** What the words come to: `9 May 2031`, `at least 3 metres`, `loaded · loaded-butchered`. */
  meaning: string
}

/** Places, dates, quantities and wording, in text order. */
export function findings({ places, times, quantities, wording }: Ledger): Finding[] {
  return [
    ...each('place', places, placePhrase),
    ...each('time', times, timePhrase),
    ...each('quantity', quantities, quantityPhrase),
    ...each('wording', wording, (one) => `${wordingPhrase(one)} · ${one.rule}`),
  ].sort((a, b) => a.start - b.start)
}

function each<T extends TextSpan>(
  kind: FindingKind,
  spans: readonly T[],
  phrase: (span: T) => string,
): Finding[] {
  return spans.map((span) => {
    const { start, end, text } = span
    return { kind, start, end, text, meaning: phrase(span) }
  })
}

/** `Vell Marin, CH · 46.1, 9.4` */
function placePhrase({ name, country, lat, lon }: Place): string {
  return `${country === null ? name : `${name}, ${country}`} · ${lat}, ${lon}`
}

const UNITS: Record<string, string> = {
  Y: 'year',
  M: 'month',
  W: 'week',
  D: 'day',
  TH: 'hour',
  TM: 'minute',
  TS: 'second',
}

/** `9 May 2031`, `9 May 2031, 14:00`, `6 weeks`; what TIMEX3 says otherwise stands as it is. */
export function timePhrase({ value }: Pick<Time, 'value'>): string {
  if (value === null) return 'not resolved'
  const [, date, clock] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(value) ?? []
  if (date !== undefined) return `${readableDate(date)}, ${clock}`
  const [, time = '', count, letter] = /^P(T?)(\d+)([YMWDHS])$/.exec(value) ?? []
  const unit = UNITS[`${time}${letter}`]
  if (unit !== undefined) return `${count} ${unit}${count === '1' ? '' : 's'}`
  return readableDate(value)
}

const BOUNDS = { '>=': 'at least ', '<=': 'at most ', '>': 'more than ', '<': 'less than ' }

/** `about 2,000 troops` */
function quantityPhrase({ value, unit, approximate, bound }: Quantity): string {
  const number = value.toLocaleString('en-US', { maximumFractionDigits: 6 })
  const about = approximate ? 'about ' : ''
  return `${bound === null ? '' : BOUNDS[bound]}${about}${number}${unit === null ? '' : ` ${unit}`}`
}

/** `scare quote` */
export function wordingPhrase({ kind }: Pick<Wording, 'kind'>): string {
  return kind.replace('-', ' ')
}
