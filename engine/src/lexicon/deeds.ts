import rows from '../../data/en/deeds.json' with { type: 'json' }

/** One row of `deeds.json`: words that tell of a deed or a feeling and are often taken for words of speech. */
export interface DeedRow {
  id: string
  /** Cues without the auxiliaries, negations and adverbs before them, in lower case. */
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
  /**
   * The row that takes a cue for a deed, given its words without auxiliaries and the words that follow it, all in lower
   * case.
   */
  deedOf(head: string, following: readonly string[]): { ofThings: boolean } | null
}

export function loadDeeds(): Deeds {
  const byHead = new Map<string, DeedRow[]>()
  for (const row of deedRows)
    for (const head of row.heads) byHead.set(head, [...(byHead.get(head) ?? []), row])
  return {
    deedOf(head, following) {
      const after = `${following.join(' ')} `
      const row = byHead
        .get(head)
        ?.find(({ next }) => !next || next.some((words) => after.startsWith(`${words} `)))
      return row ? { ofThings: row.of === 'things' } : null
    },
  }
}
