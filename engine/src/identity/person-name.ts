import { nameWords, type ActorWords, type Gender } from '../lexicon/index.js'
import { foldName } from './cluster.js'

/** A person's name in lower case: given names, surname, and what follows it. */
export interface PersonName {
  readonly words: readonly string[]
  readonly surname: string
  /** "jr", "iii". */
  readonly suffixes: readonly string[]
  /** Of a form of address: "Mrs". */
  readonly gender: Gender | null
  /** Of the first name, which misleads now and then. */
  readonly likely: Gender | null
}

export interface NameVocabulary {
  readonly words: ActorWords
  isTitle(word: string): boolean
}

/** Null when the name is no name: nothing in it is written as names are. */
export function personName(
  name: string,
  also: readonly string[],
  { words: known, isTitle }: NameVocabulary,
): PersonName | null {
  const all = wordsOf(name)
  const last = all.at(-1)
  // Scripts without case have no capitals to miss.
  if (last === undefined || /^\p{Ll}/u.test(last)) return null
  const folded = all.map(foldName).map((word) => word.replace(/\.$/u, ''))
  const suffixes = folded.filter((word, i) => i > 0 && nameWords.suffixes.has(word))
  let words = folded.filter((word, i) => i === 0 || !nameWords.suffixes.has(word))
  const isPrefix = (word: string) => isTitle(word) || known.isAddress(word) || known.isRank(word)
  while (words.length > 1 && isPrefix(words[0] as string)) words = words.slice(1)
  const addressed = [name, ...also].map((each) => foldName(wordsOf(each)[0] ?? ''))
  return {
    words,
    surname: words.at(-1) as string,
    suffixes,
    gender:
      addressed.map((word) => genderOf(word.replace(/\.$/u, ''), known)).find(Boolean) ?? null,
    likely: words.length > 1 ? known.genderOfName(words[0] as string) : null,
  }
}

function genderOf(word: string, known: ActorWords): Gender | null {
  return known.isAddress(word) ? known.genderOf(word) : null
}

function wordsOf(name: string): string[] {
  return name
    .replace(/['’]s?$/u, '')
    .split(/[\s,]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
}

/**
 * May two full names be one person's? Same surname, the first names equal or one the initial of the other, the names
 * between them not at odds: "S. Lavrov" and "Sergei Viktorovich Lavrov", not "George W. Bush" and "George H. W. Bush".
 */
export function compatible(a: PersonName, b: PersonName): boolean {
  if (a.surname !== b.surname || a.words.length < 2 || b.words.length < 2) return false
  if (String(a.suffixes) !== String(b.suffixes)) return false
  const [x, y] = [a.words.slice(0, -1), b.words.slice(0, -1)]
  return x.every((word, i) => y[i] === undefined || sameGiven(word, y[i] as string))
}

const sameGiven = (a: string, b: string) =>
  a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b))

/** How much a name says: words, then letters. */
export function fullness({ words }: PersonName): number {
  return words.length * 1000 + words.join('').length
}
