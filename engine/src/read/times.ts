import type { Article, Note, Time } from '../record/index.js'
import type { Tokens } from '../text/index.js'
import type { Tags } from './types.js'

/** Time expressions, resolved against the day of publication; what stays open becomes a note. */
export function findTimes(
  _article: Article,
  _tokens: Tokens,
  _tags: Tags,
): { times: Time[]; notes: Note[] } {
  return { times: [], notes: [] }
}
