import { parsePublished, type Calendar } from '../calendar/index.js'
import type { Article, Note, Time } from '../record/index.js'
import { indices, type Tokens } from '../text/index.js'
import type { Tags } from './types.js'

/** Time expressions, resolved against the day of publication; what stays open becomes a note. */
export function findTimes(
  { published }: Article,
  tokens: Tokens,
  tags: Tags,
  calendar: Calendar,
): { times: Time[]; notes: Note[] } {
  const found = calendar.find(tokens, published, wordsOfNames(tags))
  const times = found.filter((time) => !isNewspaper(tokens, time))
  return { times, notes: [...unresolved(times, published), ...times.flatMap(eitherWay)] }
}

/** "The Daily": a word for how often, written as a name within a sentence. */
const isNewspaper = ({ sentences }: Tokens, { type, text, start }: Time) =>
  type === 'SET' && /^\p{Lu}/u.test(text) && !sentences.some((sentence) => sentence.start === start)

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

/** Words inside the names of people and bodies: April Marsh was born in no month, and the Marel Daily is no day's. */
function wordsOfNames({ entities }: Tags): Set<number> {
  const names = entities.filter(({ kind }) => kind === 'PER' || kind === 'ORG')
  return new Set(names.flatMap(({ range }) => indices(range)))
}
