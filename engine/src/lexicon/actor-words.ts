import rows from '../../data/en/actors.json' with { type: 'json' }
import firstNames from '../../data/en/names.json' with { type: 'json' }
import nouns from '../../data/en/nouns.json' with { type: 'json' }

export type Gender = 'female' | 'male'
/** What a pronoun can stand for: one person, a thing or body, several, or whoever speaks or listens. */
export type PronounSort = Gender | 'thing' | 'plural' | 'speaker' | 'speakers' | 'hearer'

/** Which words speak of people and bodies; all looked up in lower case. */
export interface ActorWords {
  /** Whether a noun, singular or plural, names people or a body of people. */
  sortOf(noun: string): 'person' | 'group' | null
  /** Of a noun or a form of address. */
  genderOf(noun: string): Gender | null
  genderOfName(firstName: string): Gender | null
  pronoun(word: string): PronounSort | null
  isDefinite(determiner: string): boolean
  /** Forms of address: "Mr", "Dame". */
  isAddress(word: string): boolean
  /** Before a name: what tells whether it is a woman's or a man's. */
  isGendered(word: string): boolean
  /** "senior", "former": says nothing on who is meant. */
  isRank(word: string): boolean
  isCopula(word: string): boolean
  /** Nouns for a body that was just named: "the company"; not "the army", which is a body of its own. */
  isGeneric(noun: string): boolean
  /** Names that are never a person's. */
  isInstitution(name: string): boolean
  /**
   * The state or union that a name is one of several for ("US", "America"), by id; the name of its capital counts where it
   * acts or speaks ("Washington said").
   */
  bodyOf(name: string, acts: boolean): string | null
  /** Words of a phrase that gives the same person another name, "formerly known as", if it begins at the first word. */
  renaming(words: readonly string[]): number
  /** Nouns that say what somebody has to do with the story: a neighbour, a witness. */
  isStanding(noun: string): boolean
  /** Verbs of the reporting itself, which say nothing on how a source knows: "who spoke on condition of anonymity". */
  isMechanics(verb: string): boolean
  /** Words that begin how an unnamed source knows: "familiar with", "who", "inside". */
  isKnowing(word: string): boolean
  /** Ids of the rows of related roles whose words stand in `phrase`: a foreign minister is a diplomat. */
  rolesIn(phrase: string): ReadonlySet<string>
}

export const actorRows = rows

/** Words within names: of no weight, between others of a body's and of a person's, after them, and saying what sort of body it is. */
export const nameWords = {
  small: new Set(rows.small),
  withinBodies: new Set(rows.withinBodies),
  withinPersons: new Set(rows.withinPersons),
  suffixes: new Set(rows.suffixes),
  kindsOfBody: new Set(rows.kindsOfBody),
}

export function loadActorWords(): ActorWords {
  const split = (words: string) => words.split(' ')
  const neither = new Set(rows.neither)
  const groups = new Set([...split(nouns.group), ...rows.groups])
  const people = new Set([...split(nouns.person), ...rows.people])
  for (const word of neither) people.delete(word)
  for (const word of rows.groups) people.delete(word)
  const gender = new Map<string, Gender>()
  const named = new Map<string, Gender>()
  for (const sort of ['female', 'male'] as const) {
    for (const name of split(firstNames[sort])) named.set(name.toLowerCase(), sort)
    for (const word of rows[sort]) gender.set(word, sort)
  }
  const pronouns = new Map(Object.entries(rows.pronouns as Record<string, PronounSort>))
  const sets = [rows.definite, rows.copulas, rows.standing, rows.knowing]
  const [definite, copulas, standing, knowing] = sets.map((words) => new Set(words)) as [
    Set<string>,
    Set<string>,
    Set<string>,
    Set<string>,
  ]
  const [generic, institutions] = [new Set(rows.generic), new Set(rows.institutions)]
  const ownPeople = new Set(rows.people)
  const renaming = new Set(rows.renaming)
  const bodies = new Map(
    rows.bodies.flatMap(({ id, names }) => [id, ...names].map((name) => [name, id])),
  )
  const seats = new Map(
    rows.bodies.flatMap(({ id, seats: towns }) => towns.map((town) => [town, id])),
  )
  const mechanics = new Set(rows.mechanics)
  const [address, gendered, ranks] = [
    new Set(rows.address),
    new Set(rows.gendered),
    new Set(rows.ranks),
  ]
  const roles = new Map<string, string[]>()
  for (const { id, words } of rows.kin)
    for (const word of words) roles.set(word, [...(roles.get(word) ?? []), id])
  return {
    sortOf(noun) {
      for (const form of singulars(noun)) {
        if (ownPeople.has(form)) return 'person'
        if (groups.has(form)) return 'group'
        if (people.has(form)) return 'person'
      }
      return null
    },
    genderOf: (noun) => gender.get(noun) ?? null,
    genderOfName: (firstName) => named.get(firstName) ?? null,
    pronoun: (word) => pronouns.get(word) ?? null,
    isDefinite: (word) => definite.has(word),
    isAddress: (word) => address.has(word),
    isGendered: (word) => address.has(word) || gendered.has(word),
    isRank: (word) => ranks.has(word),
    isGeneric: (noun) => generic.has(noun),
    isInstitution: (name) => institutions.has(name),
    bodyOf: (name, acts) => bodies.get(name) ?? (acts ? (seats.get(name) ?? null) : null),
    isCopula: (word) => copulas.has(word),
    renaming: (next) => {
      for (let n = Math.min(next.length, 5); n > 0; n--)
        if (renaming.has(next.slice(0, n).join(' '))) return n
      return 0
    },
    isStanding: (noun) => standing.has(noun),
    isMechanics: (verb) => mechanics.has(verb),
    isKnowing: (word) => knowing.has(word),
    rolesIn(phrase) {
      const found = new Set<string>()
      const words = phrase.split(' ')
      for (let k = 0; k < words.length; k++) {
        for (let n = 1; n <= 3 && k + n <= words.length; n++) {
          for (const id of roles.get(words.slice(k, k + n).join(' ')) ?? []) found.add(id)
        }
      }
      return found
    },
  }
}

/** The word itself, then what it may be the plural of. */
export function singulars(noun: string): string[] {
  const forms = [noun]
  if (noun.endsWith('men')) forms.push(noun.slice(0, -2) + 'an')
  else if (noun.endsWith('ies')) forms.push(noun.slice(0, -3) + 'y')
  else if (noun.endsWith('s') && !noun.endsWith('ss')) {
    forms.push(noun.slice(0, -1))
    if (noun.endsWith('es')) forms.push(noun.slice(0, -2))
  } else if (noun === 'children') forms.push('child')
  return forms
}
