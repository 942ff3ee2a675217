import type { Note } from './note.js'

/**
 * One article as intake extracted it. `text` is fixed from here on: every offset of every ledger counts
 * UTF-16 code units of exactly this string.
 */
export interface Article {
  /** `sha256:` of the extracted text, so that the same text is the same article. */
  id: string
  /** The path or address as the user gave it. */
  origin: string
  /** `sha256:` of the original bytes. */
  bytes: string
  title: string | null
  byline: string | null
  outlet: string | null
  /** ISO date (`2017-12-28`) or date-time of publication. */
  published: string | null
  /** ISO 639-1 code, `en`. */
  language: string | null
  text: string
  /** Doubts that arose while extracting; the reader copies them into the ledger. Not part of the contract's `article`. */
  notes?: Note[]
}
