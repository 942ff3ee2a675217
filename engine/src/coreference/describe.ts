import type { ActorWords, Gender, PronounSort } from '../lexicon/index.js'
import type { MentionType, Part } from '../model/index.js'
import { wordAt, type Tokens, type WordRange } from '../text/index.js'
import { SORTS, type Description } from './mention.js'
import { apposedNameIn, bodyNameIn, personNameIn, type NameWords, type Phrase } from './name-in.js'

const NOMINAL = new Set<Part>(['NOUN', 'NAME', 'PRON', 'NUM'])
/** Words of a phrase that are looked at. */
export const LONGEST = 16
const VERBAL = new Set<Part>(['VERB', 'PAST', 'MODAL', 'BASE'])
export const POSSESSIVE = /^['’]s?$/u
export const lower = (text: string) => text.toLowerCase().replace(/’/gu, "'")

/**
 * What a phrase says of whom it speaks, given what the model takes it for; null is for several joined by "and", who have no
 * name together. `noun`: its last noun before what modifies it from behind; `isOwn`: words outside the mentions within it.
 */
export function describe(
  told: NameWords,
  [first, end]: WordRange,
  type: MentionType | null,
  noun: number | null,
  isOwn: (word: number) => boolean,
): Description | null {
  const { tokens, parts, words } = told
  const word = (k: number) => lower(wordAt(tokens, k))
  const pronoun = end - first === 1 ? pronounAt(tokens, words, first) : null
  const core =
    pronoun || !type ? null : nameIn(told, { range: [first, end], head: noun, isOwn }, type)
  const head = core ? core[1] - 1 : noun
  if (head === null) return null
  const named = core !== null
  const before = Array.from({ length: head + 1 - first }, (_, i) => word(first + i))
  const name = core ? spell(tokens, core) : [word(head)]
  const [determiner = ''] = before
  const subject = isSubject(tokens, parts, end)
  return {
    range: [first, end],
    head,
    form: pronoun ? 'pronoun' : named ? 'name' : 'noun',
    sort: type ? SORTS[type] : 'person',
    plural: pronoun ? PLURAL.has(pronoun) : !named && (!type || isPlural(words, word(head), type)),
    gender: genderOf(words, before, named),
    likely: named && name.length > 1 ? words.genderOfName(name[0] ?? '') : null,
    pronoun,
    name,
    core: core ?? [head, head + 1],
    words: new Set(named ? [...before, ...name] : before),
    phrase: Array.from({ length: Math.min(end - first, LONGEST) }, (_, i) => word(first + i)).join(
      ' ',
    ),
    definite:
      named ||
      words.isDefinite(determiner) ||
      before.some((w) => POSSESSIVE.test(w) || (words.pronoun(w) && w !== word(head))),
    sentence: tokens.sentenceOf[head] ?? 0,
    subject,
    role: roleOf(told, [first, end], pronoun, subject),
  }
}

const PLURAL = new Set<PronounSort>(['plural', 'speakers'])

/** A name where the type has one: who is unnamed is described, whatever names stand in the description. */
function nameIn(told: NameWords, phrase: Phrase, type: MentionType): WordRange | null {
  if (type === 'person') return personNameIn(told, phrase)
  if (type === 'unnamed-person') return apposedNameIn(told, phrase)
  return SORTS[type] === 'group' || type === 'place' ? bodyNameIn(told, phrase) : null
}

const isPlural = (words: ActorWords, head: string, type: MentionType) =>
  head === 'police' ||
  type === 'unnamed-group' ||
  (/(?:[^s]s|men|people|children)$/u.test(head) && words.sortOf(head) !== null)

/**
 * The last noun before what modifies it from behind: a preposition, a comma, a verb, a relative. Quotation marks and a
 * short aside in brackets may stand within ("the Office (OSA) spokesman").
 */
export function headOf(
  tokens: Tokens,
  parts: readonly Part[],
  entityAt: ReadonlyMap<number, { kind: string; range: WordRange }>,
  [first, end]: WordRange,
): number | null {
  let head: number | null = null
  for (let k = first; k < end; k++) {
    const part = parts[k] as Part
    const entity = entityAt.get(k)
    if (entity?.kind === 'DATE' && k + 1 < end) continue
    if (NOMINAL.has(part)) head = k
    else if (head !== null && !(entity && entity === entityAt.get(head))) {
      const word = wordAt(tokens, k)
      if (MARKS.test(word) || (POSSESSIVE.test(word) && k + 1 < end)) continue
      if (part === 'ADJ' || part === 'ADV' || (part === 'CONJ' && parts[k + 1] === 'ADJ')) continue
      // "Three current and two former officials"
      if (part === 'CONJ' && parts[head] === 'NUM' && parts[k + 1] === 'NUM') continue
      if (part === 'GERUND' && parts[k + 1] === 'NOUN') continue
      const closed =
        word === '(' ? [k + 2, k + 3].find((i) => wordAt(tokens, i) === ')') : undefined
      if (closed === undefined || closed + 1 >= end) break
      k = closed
    }
  }
  return head
}
const MARKS = /^["“”'‘’]$/u

/** "US" is no pronoun. */
export function pronounAt(tokens: Tokens, words: ActorWords, k: number): PronounSort | null {
  const word = wordAt(tokens, k)
  return word.length > 1 && word === word.toUpperCase() ? null : words.pronoun(lower(word))
}

function spell(tokens: Tokens, [first, end]: WordRange): string[] {
  const out: string[] = []
  for (let k = first; k < end; k++) {
    const word = lower(wordAt(tokens, k))
    if (/[\p{L}\p{N}]/u.test(word) && !/^['’]s$/u.test(word)) out.push(word)
  }
  return out
}

function genderOf(words: ActorWords, before: readonly string[], named: boolean): Gender | null {
  const telling = named ? before.find((word) => words.isGendered(word)) : before.at(-1)
  return words.genderOf(telling ?? '')
}

const NOMINAL_AFTER = new Set<Part>(['NOUN', 'ADJ', 'NAME', 'NUM', 'GERUND'])

function roleOf(
  { tokens, parts }: NameWords,
  [first, end]: WordRange,
  pronoun: PronounSort | null,
  subject: boolean,
): Description['role'] {
  const owns = pronoun
    ? NOMINAL_AFTER.has(parts[end] as Part)
    : POSSESSIVE.test(wordAt(tokens, end)) || POSSESSIVE.test(wordAt(tokens, end - 1))
  if (owns) return 'owner'
  if (subject) return 'subject'
  return parts[first - 1] === 'PREP' ? 'after a preposition' : 'object'
}

function isSubject(tokens: Tokens, parts: readonly Part[], end: number): boolean {
  let k = end
  // A relative clause or an aside may stand between.
  while (parts[k] === 'ADV') k++
  return VERBAL.has(parts[k] as Part)
}
