import wording from '../../data/en/wording.json' with { type: 'json' }
import type { Wording } from '../record/index.js'
import { inflect } from './inflect.js'
import { splitWords } from './phrases.js'

/** One row of `wording.json`: words an outlet flags its own stance with, for one reason. */
export interface WordingRow {
  id: string
  kind: Wording['kind']
  reason: string
  /** Their regular forms count too: plurals, verb forms, the adverb of an adjective. */
  as?: 'noun' | 'verb' | 'adjective'
  words: string[]
  /** Regular expression that a whole hyphenated word may match instead. */
  pattern?: string
  /** Parts of speech the first word may have, and the word after the last one must have. */
  parts?: string[]
  next?: string[]
  /** False where the words also describe soberly: they count beside other loaded words of their sentence only. */
  alone?: boolean
  /** Parts of speech follow their word: `slammed/PAST`. */
  examples: string[]
  counterexamples: string[]
}

/** What a row finds: so many words from word `k` on. */
export interface Flagged {
  row: WordingRow
  length: number
}

/** The rows, compiled to be looked up by word. */
export interface WordingRows {
  /** The longest phrase of any row that begins at word `k`. */
  flag(words: readonly string[], parts: readonly string[], k: number): Flagged | null
  /** The row scare quotes are flagged by. */
  readonly scareQuote: WordingRow | undefined
}

export const wordingRows: readonly WordingRow[] = wording as WordingRow[]

interface Entry {
  rest: readonly string[]
  row: WordingRow
}

export function compileWording(rows: readonly WordingRow[]): WordingRows {
  const byFirst = new Map<string, Entry[]>()
  const patterns: [RegExp, WordingRow][] = []
  for (const row of rows) {
    if (row.pattern) patterns.push([new RegExp(`^(?:${row.pattern})$`, 'u'), row])
    for (const phrase of row.words.flatMap((word) => inflect(word, row.as))) {
      const [first = '', ...rest] = splitWords(phrase)
      const entries = byFirst.get(first)
      if (entries) entries.push({ rest, row })
      else byFirst.set(first, [{ rest, row }])
    }
  }
  // Longer phrases first; of one phrase, the row that needs no company.
  const mildness = ({ row }: Entry) => (row.alone === false ? 1 : 0)
  for (const entries of byFirst.values())
    entries.sort((a, b) => b.rest.length - a.rest.length || mildness(a) - mildness(b))
  return {
    scareQuote: rows.find(({ kind }) => kind === 'scare-quote'),
    flag(words, parts, k) {
      const word = words[k] ?? ''
      const fits = ({ parts: own, next }: WordingRow, length: number) =>
        (!own || own.includes(parts[k] ?? '')) && (!next || next.includes(parts[k + length] ?? ''))
      for (const { rest, row } of byFirst.get(word) ?? []) {
        if (rest.every((w, i) => words[k + 1 + i] === w) && fits(row, rest.length + 1))
          return { row, length: rest.length + 1 }
      }
      if (!word.includes('-')) return null
      const found = patterns.find(([pattern, row]) => pattern.test(word) && fits(row, 1))
      return found ? { row: found[1], length: 1 } : null
    },
  }
}
