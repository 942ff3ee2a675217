import { nameWords } from '../lexicon/index.js'

/** Names as lists of words in lower case, without titles and articles. */

const strip = (name: readonly string[]) => {
  const kept = name
    .map((word) => word.replace(/\.$/u, ''))
    .filter((word) => !nameWords.suffixes.has(word))
  return kept.length ? kept : name
}

/** The shorter name first, both without what follows a name. */
function inOrder(
  a: readonly string[],
  b: readonly string[],
): [readonly string[], readonly string[]] {
  const [x, y] = [strip(a), strip(b)]
  return x.length <= y.length ? [x, y] : [y, x]
}

/**
 * May two names be one person's? The shorter one's words stand in the longer one, in order, an initial standing for a
 * first name; two full names need the same surname ("Sergei Lavrov", "Lavrov"; not "Ivan Lavrov").
 */
export function samePerson(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = inOrder(a, b)
  if (short.length === 0) return false
  if (short.length > 1 && short.at(-1) !== long.at(-1)) return false
  let k = 0
  for (const word of short) {
    while (k < long.length && !sameWord(word, long[k] as string)) k++
    if (k === long.length) return false
    k++
  }
  return true
}

const sameWord = (a: string, b: string) =>
  a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b))

/** May two names be one body's (`bodies`: both are known for such)? Equal, one an acronym of the other, or one the beginning of the other. */
export function sameBody(a: readonly string[], b: readonly string[], bodies = false): boolean {
  const [short, long] = inOrder(a, b)
  if (short.join(' ') === long.join(' ')) return true
  const [word] = short as readonly [string]
  const spells =
    short.length === 1 && long.length > 1 && word.length < 9 && word[0] === long[0]?.[0]
  if (spells && acronyms(long).has(word.replace(/\./gu, ''))) return true
  const prefix = short.every((word, k) => sameStem(word, long[k] as string))
  // "Interfax", "Interfax news agency"; but not "New", "New York Times", nor "Syria", "Syria Today".
  if (prefix && long.length > short.length)
    return (
      short.length > 1 ||
      (bodies && word.length > 3) ||
      nameWords.kindsOfBody.has(long[short.length] as string)
    )
  return prefix && short.length === long.length && short.length > 1
}

/** "India's", "Indian": one stem of five letters or the whole word. */
const sameStem = (a: string, b: string) =>
  a === b ||
  (a.length > 4 &&
    b.length > 4 &&
    a.slice(0, 5) === b.slice(0, 5) &&
    /(?:ian|ish|ese|an|i|n)$/u.test(a.length > b.length ? a : b))

/** First letters, with and without the small words. */
export function acronyms(name: readonly string[]): Set<string> {
  const letters = (words: readonly string[]) => words.map((word) => word[0]).join('')
  const main = name.filter((word) => !nameWords.small.has(word))
  const parts = main.flatMap((word) => word.split('-'))
  return new Set([letters(name), letters(main), letters(parts)].filter((made) => made.length > 1))
}

/** What two names of one actor have in common: a word, or the letters that one makes of the other. */
export const keysOf = (name: readonly string[]): string[] => {
  const words = strip(name).map((word) => word.replace(/\./gu, ''))
  return [...new Set([...words, ...(words.length > 1 ? acronyms(words) : [])])].filter(
    (key) => !nameWords.small.has(key),
  )
}
