import type { Calendar } from '../calendar/index.js'
import type { Note, Span } from '../record/index.js'
import { tokenize } from '../text/index.js'

/** Characters and lines in which a byline or a dateline is looked for. */
const HEAD = 700
const LINES = 6

/** The words of `bylines.json` and of abbreviations, and the calendar. */
export interface DateWords {
  readonly byline: ReadonlySet<string>
  readonly abbreviations: ReadonlySet<string>
  readonly calendar: Pick<Calendar, 'find'>
}

/** The day of publication as the text's own head gives it; null where a date stands there without a year. */
export interface DateInText extends Span {
  published: string | null
  note: Note
}

/**
 * The date of a byline ("By Ana Ruiz, 3 March 2031") or a dateline ("LEEDS, March 3 (Kestrel News)"): a line at the head of
 * the text that holds a day and beside it only names and the words of bylines, or such words at the beginning of one.
 */
export function dateFromText(text: string, words: DateWords): DateInText | null {
  const head = text.slice(0, HEAD)
  const tokens = tokenize(head, words.abbreviations)
  const dates = words.calendar
    .find(tokens, null)
    .filter(({ type, text }) => type === 'DATE' && /\d/u.test(text) && /\p{L}/u.test(text))
  for (const line of linesOf(head).slice(0, LINES)) {
    const date = dates.find(({ start, end }) => line.start <= start && end <= line.end)
    const place = date && placeOf(head, line, date, words.byline)
    if (!date || !place) continue
    const { start, end, value, text: written } = date
    const published = /^\d{4}-\d{2}-\d{2}$/u.test(value ?? '') ? value : null
    if (published || (place === 'dateline' && value === null))
      return { published, start, end, note: noteOf(written, published, date) }
  }
  return null
}

function linesOf(head: string): Span[] {
  return Array.from(head.matchAll(/[^\n]+/gu), ({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  })).filter(({ start, end }) => head.slice(start, end).trim() !== '')
}

/** A dateline opens a paragraph; a byline is a line of its own. */
function placeOf(
  head: string,
  line: Span,
  date: Span,
  byline: ReadonlySet<string>,
): 'byline' | 'dateline' | null {
  const [before, after] = [head.slice(line.start, date.start), head.slice(date.end, line.end)]
  const isPlain = (words: string) =>
    (words.match(/\p{L}[\p{L}\p{M}.'’-]*/gu) ?? []).every(
      (word) => /^\p{Lu}/u.test(word) || byline.has(word.toLowerCase()),
    )
  if (!isPlain(before)) return null
  // "LEEDS, March 3 (Kestrel News) —", "Marel, 3 March 2031."
  if (OPENS_DATELINE.test(before) && CLOSES_DATELINE.test(after)) return 'dateline'
  const begins = before.trim() === '' || BEGINS_BYLINE.test(before)
  return begins && isPlain(after) && !/[.!?]\s*\p{Lu}/u.test(after) ? 'byline' : null
}

const OPENS_DATELINE = /^[^.!?]{1,60}?,\s*$/u
const CLOSES_DATELINE = /^(?:\s*\([^)]{2,40}\))?\s*(?:[-–—:.]|\()/u
const BEGINS_BYLINE = /[|•·–—]|\b(?:by|published|posted|updated|filed|issued|date)\b/iu

function noteOf(words: string, published: string | null, { start, end }: Span): Note {
  const message =
    published === null
      ? `“${words}” stands where the date of publication does, without a year; pass the whole date with --published YYYY-MM-DD.`
      : `The date of publication, ${published}, is read from the text: “${words}”.`
  return { code: 'date-from-text', message, start, end }
}
