import rows from '../../data/en/deeds.json' with { type: 'json' }
import { phraseTable } from './phrases.js'

/** One row of `deeds.json`: words that tell of a deed or a feeling and are often taken for words of speech. */
export interface DeedRow {
  id: string
  /** How cues begin without the auxiliaries, negations and adverbs before them, in lower case. */
  heads: string[]
  /** One of these must follow. */
  next?: string[]
  /** Only of what is neither a person nor a body. */
  of?: string
  reason: string
  /** Cues stand in braces. */
  examples: string[]
  counterexamples: string[]
}

export const deedRows: readonly DeedRow[] = rows

/** What is done rather than said. */
export interface Deeds {
  /** The row that takes a cue for a deed, given its words, without the auxiliaries before them, and those after it; all in lower case. */
  deedOf(words: readonly string[]): { ofThings: boolean } | null
}

export function loadDeeds(): Deeds {
  const phrases = phraseTable(
    deedRows.flatMap(({ heads, next = [''], of }) =>
      heads.flatMap((head) =>
        next.map((word) => [`${head} ${word}`.trim(), { ofThings: of === 'things' }] as const),
      ),
    ),
  )
  return { deedOf: (words) => phrases.from(words, 0)?.value ?? null }
}
