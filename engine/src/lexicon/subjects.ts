import rows from '../../data/en/subjects.json' with { type: 'json' }

export const subjectRows = rows

/** What stands before a verb of speech; all looked up in lower case. */
export interface Subjects {
  /** "reports", "rumours": words that speak and name nobody. */
  isNobody(word: string): boolean
  /** "many", "another": somebody, without a noun. */
  isSomebody(word: string): boolean
}

export function loadSubjects(): Subjects {
  const [nobody, somebody] = [new Set(rows.nobody), new Set(rows.somebody)]
  return { isNobody: (word) => nobody.has(word), isSomebody: (word) => somebody.has(word) }
}
