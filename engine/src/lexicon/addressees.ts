import rows from '../../data/en/addressees.json' with { type: 'json' }

export const addresseeRows = rows

/** Words that say to whom something is said; all looked up in lower case. */
export interface AddresseeWords {
  /** Whether whoever is told stands right after the cue: "told", "called on". */
  isTelling(cue: string): boolean
  /** Whether whoever is told stands after this preposition: "called" "on". */
  leadsTo(verb: string, preposition: string): boolean
  /** "everyone", "him": somebody, whatever the word. */
  isAnybody(word: string): boolean
}

export function loadAddresseeWords(): AddresseeWords {
  const [verbs, anybody] = [new Set(rows.verbs), new Set(rows.anybody)]
  const prepositions = new Map(
    Object.entries(rows.prepositions).map(([word, before]) => [word, new Set(before)]),
  )
  return {
    isTelling: (cue) => [1, 2].some((n) => verbs.has(cue.split(' ').slice(-n).join(' '))),
    leadsTo: (verb, preposition) => prepositions.get(preposition)?.has(verb) ?? false,
    isAnybody: (word) => anybody.has(word),
  }
}
