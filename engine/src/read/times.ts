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
  const open = times.filter(({ value }) => value === null)
  const [first] = open
  if (!first) return { times, notes: [] }
  const others = open.length > 1 ? ` and ${open.length - 1} more` : ''
  const { start, end, text } = first
  const why = parsePublished(published)
    ? 'the day it counts from is not known'
    : 'pass the day of publication with --published YYYY-MM-DD'
  const message = `No date could be worked out for “${text}”${others}: ${why}.`
  return { times, notes: [{ code: 'time-unresolved', message, start, end }] }
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
