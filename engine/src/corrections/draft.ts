import { enclosing, quotationOf, type Standing } from '../derive/index.js'
import type { Actor, Ledger, Quotation, Span, Statement } from '../record/index.js'
import { findWords, quotationStates, type WordRange } from '../text/index.js'

/** A ledger while it is corrected. Its statements and actors are copies. */
export interface Draft {
  readonly text: string
  readonly statements: Statement[]
  readonly actors: Actor[]
  /** Statements whose parent a person has set. */
  readonly settled: Set<string>
  /** Parents that statements had before they followed what was done to others. */
  readonly former: Map<string, Set<string | null>>
  /** Actors that a person has named here. */
  readonly made: Set<string>
  quotation(content: readonly Span[]): Quotation
  /** An id that no statement, or actor, has or had. */
  nextId(letter: 's' | 'a'): string
}

export function draftOf({ article: { text }, statements, actors }: Ledger): Draft {
  const last = { s: 0, a: 0 }
  for (const { id } of [...statements, ...actors]) {
    const letter = id[0] === 'a' ? 'a' : 's'
    last[letter] = Math.max(last[letter], Number(id.slice(1)) || 0)
  }
  let words: Span[] | undefined
  let quotes: number[] = []
  return {
    text,
    statements: statements.map((statement) => ({ ...statement })),
    actors: actors.map((actor) => ({ ...actor })),
    settled: new Set(),
    former: new Map(),
    made: new Set(),
    quotation(content) {
      words ??= findWords(text)
      if (quotes.length === 0) quotes = quotationStates(text, words)
      return quotationOf(
        quotes,
        content.map((span) => wordsOf(words as Span[], span)),
      )
    },
    nextId: (letter) => `${letter}${++last[letter]}`,
  }
}

/** The words that begin in the span. */
function wordsOf(words: readonly Span[], { start, end }: Span): WordRange {
  const first = words.findIndex((word) => word.start >= start)
  if (first < 0) return [words.length, words.length]
  const after = words.findIndex((word) => word.start >= end)
  return [first, after < 0 ? words.length : after]
}

export function statementOf(draft: Draft, id: string): Statement | undefined {
  return draft.statements.find((statement) => statement.id === id)
}

/** Gives a statement another parent because something was done to another statement. */
export function follow({ former }: Draft, statement: Statement, parent: string | null): void {
  former.set(statement.id, (former.get(statement.id) ?? new Set()).add(statement.parent))
  statement.parent = parent
}

/** Characters within which a parent is looked for. */
const REACH = 4000

/** In whose content each statement stands, by id; null for those that stand in none. */
export function nests(statements: readonly Statement[]): Map<string, string | null> {
  const ordered = [...statements].sort((a, b) => placeOf(a) - placeOf(b))
  const standing = ordered.map(standingOf)
  return new Map(
    ordered.map(({ id }, i) => {
      const parent = enclosing(standing, i, REACH)
      return [id, parent === null ? null : (ordered[parent]?.id ?? null)]
    }),
  )
}

/** A quotation without a cue stands where its content begins. */
function standingOf({ cue, content }: Statement): Standing {
  const ranges = content.map(({ start, end }): WordRange => [start, end])
  const first = ranges[0] ?? [0, 0]
  return {
    cue: cue.start !== null && cue.end !== null ? [cue.start, cue.end] : first,
    content: ranges,
  }
}

/** Where a statement stands in the text: at its cue, else at its content. */
export function placeOf({ cue, content }: Statement): number {
  return cue.start ?? content[0]?.start ?? 0
}
