import type { Note } from '@hearsay/engine'
import { countMatches } from '../count.js'

/** A PDF whose fonts do not say which letters they draw gives the numbers of their shapes instead, in characters that no text has. */
const MOST_CODES = 0.02

/** The doubt about a text of which more than a fiftieth are control characters, private or unknown ones. */
export function glyphDoubts(text: string): Note[] {
  // eslint-disable-next-line no-control-regex
  const codes = countMatches(text, /[\0-\x08\x0b-\x1f\x7f-\x9f\ufffd\p{Co}\p{Cn}]/gu)
  if (codes <= text.length * MOST_CODES) return []
  const message = `${codes} of ${text.length} characters are no letters but codes of shapes: the PDF does not say what it spells. Read it with a text recognizer instead.`
  return [{ code: 'pdf-glyph-codes', message }]
}
