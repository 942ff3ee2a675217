import { parsePublished, type Calendar } from '../calendar/index.js'
import type { Article, Note, Time } from '../record/index.js'
import type { Tokens } from '../text/index.js'
import type { Tags } from './types.js'

/** Time expressions, resolved against the day of publication; what stays open becomes a note. */
export function findTimes(
  { published }: Article,
  tokens: Tokens,
  tags: Tags,
  calendar: Calendar,
): { times: Time[]; notes: Note[] } {
  const times = calendar.find(tokens, published, wordsOfNames(tags))
  return { times, notes: [...unresolved(times, published), ...times.flatMap(eitherWay)] }
}

/** One note for all that stay open. */
function unresolved(times: Time[], published: string | null): Note[] {
  const open = times.filter(({ value }) => value === null)
  const [first] = open
  if (!first) return []
  const others = open.length > 1 ? ` and ${open.length - 1} more` : ''
  const { start, end, text } = first
  const why = parsePublished(published)
    ? 'the day it counts from is not known'
    : 'pass the day of publication with --published YYYY-MM-DD'
  const message = `No date could be worked out for “${text}”${others}: ${why}.`
  return [{ code: 'time-unresolved', message, start, end }]
}

/** 03/04/2031: the third of April or the fourth of March. */
function eitherWay({ text, value, start, end }: Time): Note[] {
  const [, first, second] = /^(\d{1,2})[/.](\d{1,2})[/.]\d{2,4}$/.exec(text) ?? []
  if (!first || !second || Number(first) === Number(second)) return []
  if (Number(first) > 12 || Number(second) > 12) return []
  const message = `“${text}” may count the day or the month first; it is read as ${value}.`
  return [{ code: 'date-ambiguous', message, start, end }]
}

/** Words inside the names of people: April Marsh was born in no month. */
function wordsOfNames({ entities }: Tags): Set<number> {
  const words = new Set<number>()
  for (const { kind, range } of entities) {
    if (kind !== 'PER') continue
    for (let k = range[0]; k < range[1]; k++) words.add(k)
  }
  return words
}
