import { nameWords, type ActorWords } from '../lexicon/index.js'
import type { Part } from '../model/index.js'
import { indices, wordAt, type Tokens, type WordRange } from '../text/index.js'

/** What the words of an article are told by. */
export interface NameWords {
  readonly tokens: Tokens
  readonly parts: readonly Part[]
  readonly words: ActorWords
  /** What the model takes a word for, when it takes it for a part of a name: PER, ORG, LOC, DATE. */
  entityOf(word: number): string | null
  isTitle(word: string): boolean
}

/** A phrase whose name is looked for. */
export interface Phrase {
  readonly range: WordRange
  /** The last noun or name before what modifies it from behind; null when it has none. */
  readonly head: number | null
  /** Whether a word speaks of the phrase itself, and not of somebody whom it mentions. */
  isOwn(word: number): boolean
}

/**
 * The words of a person's name in a phrase, without titles: "the council's director, [Maribel Soto]"; null when it has none.
 * A name hangs on no preposition ("a lawyer for Carmel Lucey") and has no article before it ("the Finn", "a GP"), unless the
 * model takes it for a person's and there is no other.
 */
export function personNameIn(told: NameWords, { range, head, isOwn }: Phrase): WordRange | null {
  const runs = runsOf(
    range,
    (k) => isOwn(k) && isPersonWord(told, k),
    (k) => isOwn(k) && nameWords.withinPersons.has(lower(told, k)),
  )
  const named = runs
    .map((run) => personsPart(told, run))
    .map((run) => withoutTitles(told, run))
    .filter((run) => run !== null)
  const isPerson = (run: WordRange) => indices(run).some((k) => told.entityOf(k) === 'PER')
  const stands = ([first]: WordRange) => {
    const before = first - 1
    if (before < range[0]) return true
    return told.parts[before] !== 'PREP' && !ARTICLE.test(wordAt(told.tokens, before))
  }
  const holdsHead = ([first, end]: WordRange) => head !== null && first <= head && head < end
  return (
    named.find((run) => isPerson(run) && holdsHead(run)) ??
    named.findLast((run) => isPerson(run) && stands(run)) ??
    named.findLast(isPerson) ??
    named.findLast((run) => stands(run) && indices(run).every((k) => !told.entityOf(k))) ??
    null
  )
}

/** The name that tells who an unnamed person is: "the chairman of the stewards, [Murray Hande]". */
export function apposedNameIn(told: NameWords, phrase: Phrase): WordRange | null {
  const name = personNameIn(told, phrase)
  if (!name || phrase.head === null || name[0] <= phrase.head) return null
  const person = indices(name).some((k) => told.entityOf(k) === 'PER')
  let before = name[0] - 1
  while (
    before > phrase.head &&
    told.entityOf(before) === null &&
    /^\p{Lu}/u.test(wordAt(told.tokens, before))
  )
    before--
  return person && wordAt(told.tokens, before) === ',' ? name : null
}

const ARTICLE = /^(?:the|an?)$/iu

/** The words of a body's name in a phrase: "the [Office for Homes and Harbours] in Marel"; null when it has none, as "the Kenyan federation". */
export function bodyNameIn(told: NameWords, { range, head, isOwn }: Phrase): WordRange | null {
  const isName = (k: number): boolean =>
    isOwn(k) &&
    told.entityOf(k) !== 'DATE' &&
    (isNameWord(told, k) || isNamedBody(told, k) || (isNumber(told, k) && isName(k - 1)))
  const runs = runsOf(range, isName, (k) => nameWords.withinBodies.has(lower(told, k)))
  if (head === null) return runs[0] ?? null
  const around = runs.find(([first, end]) => first <= head && head < end)
  return around ?? runs.find(([first]) => first > head && isAside(told, first - 1)) ?? null
}

/** "the courier firm, Pottier Express", "the pact (OSA)". */
const isAside = ({ tokens }: NameWords, k: number) => /^[,(–—]$/u.test(wordAt(tokens, k))

/** "Number 10", "Radio 4". */
const isNumber = ({ tokens }: NameWords, k: number) => /^\d{1,3}$/u.test(wordAt(tokens, k))

const isNamedBody = ({ tokens, entityOf }: NameWords, k: number) =>
  entityOf(k) === 'ORG' && !/^\p{Ll}/u.test(wordAt(tokens, k))

/** Most small words between two words of a name. */
const MOST_JOINING = 3

const lower = ({ tokens }: NameWords, k: number) =>
  wordAt(tokens, k).toLowerCase().replace('’', "'")

const isNameWord = ({ tokens, parts, entityOf }: NameWords, k: number) =>
  /^[\p{Lu}\p{Lt}\p{Lo}\p{N}@]/u.test(wordAt(tokens, k)) &&
  (parts[k] === 'NAME' || ['PER', 'ORG', 'LOC'].includes(entityOf(k) ?? ''))

const isPersonWord = (told: NameWords, k: number) =>
  isNameWord(told, k) && told.entityOf(k) !== 'DATE' && !/^\p{N}/u.test(wordAt(told.tokens, k))

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

/** "Harbour Office director Ana Ruiz" without what stands before the person and belongs to a body or a place. */
function personsPart({ entityOf }: NameWords, [first, end]: WordRange): WordRange {
  const person = indices([first, end]).find((k) => entityOf(k) === 'PER')
  if (person === undefined) return [first, end]
  const before = indices([first, person])
  return before.some((k) => entityOf(k) !== null) ? [person, end] : [first, end]
}

function withoutTitles(
  { tokens, words, isTitle }: NameWords,
  [first, end]: WordRange,
): WordRange | null {
  const word = (k: number) => wordAt(tokens, k).toLowerCase()
  const isForm = (k: number) =>
    isTitle(word(k)) ||
    words.isAddress(word(k)) ||
    words.isRank(word(k)) ||
    !/[\p{L}\p{N}]/u.test(word(k))
  // "Member", "Coach" before a name; "Dean" and "Guy" may be names, and so may a post that stands alone: "Baker".
  const isPost = (k: number) => words.sortOf(word(k)) === 'person' && !words.genderOfName(word(k))
  let from = first
  while (from < end && (isForm(from) || (from < end - 1 && isPost(from)))) from++
  return from < end ? [from, end] : null
}
