import rows from '../../data/en/subjects.json' with { type: 'json' }

export const subjectRows = rows

/** What stands before a verb of speech; all looked up in lower case. */
export interface Subjects {
  /** "reports", "rumours": words that speak and name nobody. */
  isNobody(word: string): boolean
  /** "his", "our": the owner of what follows, who speaks only where that is a claim. */
  isOwner(word: string): boolean
  /** "many", "another": somebody, without a noun. */
  isSomebody(word: string): boolean
}

export function loadSubjects(): Subjects {
  const [nobody, owner, somebody] = [rows.nobody, rows.owner, rows.somebody].map(
    (words) => new Set(words),
  ) as [Set<string>, Set<string>, Set<string>]
  return {
    isNobody: (word) => nobody.has(word),
    isOwner: (word) => owner.has(word),
    isSomebody: (word) => somebody.has(word),
  }
}
