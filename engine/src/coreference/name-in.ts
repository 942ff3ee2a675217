import type { ActorWords } from '../lexicon/index.js'
import type { Part } from '../model/index.js'
import { wordAt, type Tokens, type WordRange } from '../text/index.js'

/** What the words of an article are told by. */
export interface NameWords {
  readonly tokens: Tokens
  readonly parts: readonly Part[]
  readonly words: ActorWords
  /** What the model takes a word for, when it takes it for a part of a name: PER, ORG, LOC. */
  entityOf(word: number): string | null
  isTitle(word: string): boolean
}

/**
 * The words of a person's name in a phrase, without titles: "the council's director, [Maribel Soto]"; null when it has none.
 * `isOwn` says which words speak of the phrase itself, and not of somebody whom it mentions.
 */
export function personNameIn(
  told: NameWords,
  range: WordRange,
  isOwn: (word: number) => boolean,
): WordRange | null {
  const runs = runsOf(
    range,
    (k) => isOwn(k) && isNameWord(told, k),
    (k) => isOwn(k) && isInside(told, k),
  )
  const bare = runs.map((run) => withoutTitles(told, run)).filter((run) => run !== null)
  const isPerson = ([first, end]: WordRange) => {
    for (let k = first; k < end; k++) if (told.entityOf(k) === 'PER') return true
    return false
  }
  return bare.findLast(isPerson) ?? bare.at(-1) ?? null
}

/** The words of a body's name in a phrase: "the [Office for Homes and Harbours] in Marel"; null when it has none. */
export function bodyNameIn(
  told: NameWords,
  range: WordRange,
  isOwn: (word: number) => boolean,
): WordRange | null {
  const isName = (k: number) => isOwn(k) && (isNameWord(told, k) || told.entityOf(k) === 'ORG')
  const runs = runsOf(range, isName, (k) => JOINING.has(lower(told, k)))
  return runs[0] ?? null
}

/** Small words that stand within a body's name, and the possessive. */
const JOINING = new Set([
  'of',
  'for',
  'and',
  'the',
  'de',
  'la',
  'du',
  'des',
  'der',
  '&',
  '-',
  '–',
  '/',
  "'s",
  '.',
])
/** Those within a person's. */
const PARTICLES = new Set([
  'de',
  'van',
  'der',
  'den',
  'von',
  'zu',
  'bin',
  'bint',
  'al',
  'el',
  'da',
  'di',
  'do',
  'dos',
  'la',
  'le',
  'y',
  'ibn',
  'ter',
  'ten',
  'af',
  'av',
  '.',
  '-',
  '“',
  '”',
  '"',
])
/** Most of them between two words of a name. */
const MOST_JOINING = 3

const lower = ({ tokens }: NameWords, k: number) =>
  wordAt(tokens, k).toLowerCase().replace('’', "'")

const isNameWord = ({ tokens, parts, entityOf }: NameWords, k: number) =>
  /^[\p{Lu}\p{Lt}\p{Lo}\p{N}@]/u.test(wordAt(tokens, k)) &&
  (parts[k] === 'NAME' || ['PER', 'ORG', 'LOC'].includes(entityOf(k) ?? ''))

const isInside = (told: NameWords, k: number) => PARTICLES.has(lower(told, k))

/** Runs of words for which `holds`, over a few words that may stand between two of them. */
function runsOf(
  [first, end]: WordRange,
  holds: (word: number) => boolean,
  joins: (word: number) => boolean,
): WordRange[] {
  const runs: [number, number][] = []
  for (let k = first; k < end; k++) {
    if (!holds(k)) continue
    const last = runs.at(-1)
    const gap = last ? k - last[1] : Infinity
    const joined =
      gap <= MOST_JOINING && Array.from({ length: gap }, (_, i) => k - gap + i).every(joins)
    if (last && joined) last[1] = k + 1
    else runs.push([k, k + 1])
  }
  return runs
}

function withoutTitles(
  { tokens, words, isTitle }: NameWords,
  [first, end]: WordRange,
): WordRange | null {
  let from = first
  const isPrefix = (word: string) =>
    isTitle(word) || words.isAddress(word) || words.isRank(word) || !/[\p{L}\p{N}]/u.test(word)
  while (from < end && isPrefix(wordAt(tokens, from).toLowerCase())) from++
  return from < end ? [from, end] : null
}
