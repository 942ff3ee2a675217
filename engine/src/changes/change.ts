import type { Span } from '../record/index.js'

export const CHANGE_KINDS = [
  'headline',
  'byline',
  'published',
  'statement-added',
  'statement-removed',
  'statement-reworded',
  'source-named',
  'source-dropped',
  'source-swapped',
  'act',
  'cue',
  'negation',
  'quotation',
  'number',
  'hedge-added',
  'hedge-dropped',
  'attribution-added',
  'attribution-dropped',
  'sentence-added',
  'sentence-removed',
  'sentence-changed',
] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** One side of a change: the words in one of the two versions. */
export interface ChangeSide {
  /** The words that changed, were there before or are there now; of several fragments, joined by ` … `. */
  text: string
  /** Where in the version's text, in UTF-16 code units; null for what stands beside it, as the date does. */
  span: Span | null
  /** The id of the statement it belongs to. */
  statement: string | null
  /** Whose statement that is, by name; null when nobody is named. */
  who: string | null
}

/** Words that differ: either side is empty where words were only put in or taken out. */
export interface Edit {
  before: Span
  after: Span
}

/** One thing that is not as it was. What is new has no side before, what is gone none after. */
export interface Change {
  kind: ChangeKind
  before: ChangeSide | null
  after: ChangeSide | null
  /** The words that differ, for `statement-reworded` and `sentence-changed`. */
  edits: Edit[]
}

/** What became of an article from one version to another. */
export interface Changes {
  /** How many statements were in both and are as they were, changed, or in one version only. */
  statements: { stayed: number; changed: number; added: number; removed: number }
  /** In the order of the later version; what is gone, where it had stood. */
  changes: Change[]
}
