import quantities from '../../data/en/quantities.json' with { type: 'json' }
import type { Quantity } from '../record/index.js'
import type { NumberWords } from './numerals.js'
import { phraseTable, type Phrases } from './phrases.js'

/** One row of `quantities.json`: words (or numbers by word) of one kind. */
export interface QuantityRow {
  id: string
  kind: string
  words?: string[]
  values?: Record<string, number>
  /** The unit the words stand for; null keeps the word itself. */
  unit?: string | null
  bound?: string
  approximate?: boolean
  /** The words stand behind the number. */
  after?: boolean
  reason: string
  /** The quantity stands in brackets; parts of speech follow their word: `goats/NOUN`. */
  examples: {
    text: string
    value: number
    unit: string | null
    approximate?: boolean
    bound?: string
  }[]
  counterexamples: string[]
}

export type Modifier = Pick<Quantity, 'approximate' | 'bound'>

/** The words quantities are made of, compiled. */
export interface QuantityWords extends NumberWords {
  /** Before and behind a number: “at least”, “or so”. */
  readonly before: Phrases<Modifier>
  readonly after: Phrases<Modifier>
  /** Letters that multiply behind money or before what is counted, and are a unit elsewhere. */
  readonly glued: ReadonlyMap<string, number>
  readonly currencies: Phrases<string>
  readonly units: Phrases<string>
  /** By kind: people one may count, verbs of harm, times, labels … */
  is(kind: string, word: string | undefined): boolean
}

export const quantityRows: readonly QuantityRow[] = quantities as QuantityRow[]

export function compileQuantities(rows: readonly QuantityRow[]): QuantityWords {
  const ofKind = (kind: string) => rows.filter((row) => row.kind === kind)
  const values = (kind: string) =>
    new Map(ofKind(kind).flatMap((row) => Object.entries(row.values ?? {})))
  const units = (kind: string) =>
    phraseTable(
      ofKind(kind).flatMap(({ words = [], unit }) => words.map((w) => [w, unit ?? w] as const)),
    )
  const modifiers = (after: boolean) =>
    phraseTable(
      [...ofKind('approximate'), ...ofKind('bound')]
        .filter((row) => Boolean(row.after) === after)
        .flatMap(({ words = [], kind, bound, approximate }) => {
          const modifier: Modifier = {
            approximate: kind === 'approximate' || Boolean(approximate),
            bound: (bound ?? null) as Quantity['bound'],
          }
          return words.map((word) => [word, modifier] as const)
        }),
    )
  const kinds = new Map<string, Set<string>>()
  for (const { kind, words = [] } of rows)
    kinds.set(kind, new Set([...(kinds.get(kind) ?? []), ...words]))
  const words = (kind: string) => kinds.get(kind) ?? new Set<string>()
  return {
    openers: new Set([
      ...['number', 'fraction', 'vague'].flatMap((kind) => [...values(kind).keys()]),
      ...words('several'),
      ...words('article'),
    ]),
    numbers: values('number'),
    scales: values('scale'),
    fractions: values('fraction'),
    vague: values('vague'),
    glued: values('glued'),
    several: words('several'),
    articles: words('article'),
    before: modifiers(false),
    after: modifiers(true),
    currencies: units('currency'),
    units: units('unit'),
    is: (kind, word) => kinds.get(kind)?.has(word ?? '') ?? false,
  }
}
