import rows from '../../data/en/fields.json' with { type: 'json' }
import { splitWords } from './phrases.js'

/** One row of `fields.json`: positions of one walk of life, by the words that head them. */
export interface FieldRow {
  id: string
  words: string[]
  examples: string[]
  counterexamples: string[]
}

export const fieldRows: readonly FieldRow[] = rows

/** The walks of life that a title speaks of: "footballer" sport, "foreign minister" the state. */
export interface Fields {
  of(title: string): ReadonlySet<string>
}

let loaded: Fields | undefined
/** Compiled once: it never changes. */
export const loadFields = (): Fields => (loaded ??= compile())

function compile(): Fields {
  const table = new Map(fieldRows.flatMap(({ id, words }) => words.map((word) => [word, id])))
  return {
    of(title) {
      const parts = title.toLowerCase().replace(/’/gu, "'").split(BETWEEN)
      return new Set(parts.flatMap((part) => fieldOf(part, table) ?? []))
    },
  }
}

const BETWEEN = /,|;| and | turned | \/ /u
const AFTER_HEAD = / (?:of|for|at|in|to|from|with|who) /u

/**
 * By the words that head a part of a title: three that begin it, the last two before any preposition, or the last one:
 * "secretary of state", "attorney general" (no general), "president" of "the former president of Verdan Rail".
 */
function fieldOf(part: string, table: ReadonlyMap<string, string>): string | undefined {
  const words = splitWords(part.split(AFTER_HEAD, 1)[0] ?? '')
  const phrases = [splitWords(part).slice(0, 3), words.slice(-2), words.slice(-1)]
  return phrases.map((phrase) => table.get(phrase.join(' '))).find((id) => id !== undefined)
}
