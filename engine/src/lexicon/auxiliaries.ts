import rows from '../../data/en/auxiliaries.json' with { type: 'json' }

export const auxiliaryRows = rows

/** Words that stand before a verb and belong to it; all looked up in lower case, apostrophes plain. */
export interface Auxiliaries {
  /** "did", "has", "would not". */
  isAuxiliary(word: string): boolean
  /** "not", "never". */
  isNegation(word: string): boolean
  /** "later", "also": says nothing without the verb it stands with. */
  isAdverb(word: string): boolean
  /** "was told": somebody is told, and who tells is not the subject. */
  isPassive(word: string): boolean
}

export function loadAuxiliaries(): Auxiliaries {
  const [adverbs, auxiliaries, negations, passive] = [
    rows.adverbs,
    rows.auxiliaries,
    rows.negations,
    rows.passive,
  ].map((words) => new Set(words)) as [Set<string>, Set<string>, Set<string>, Set<string>]
  return {
    isAdverb: (word) => adverbs.has(word),
    isAuxiliary: (word) => auxiliaries.has(word),
    isNegation: (word) => negations.has(word),
    isPassive: (word) => passive.has(word),
  }
}
