import type { ActorWords, Gender, PronounSort } from '../lexicon/index.js'
import type { Part } from '../model/index.js'
import { textOf, wordAt, type Tokens, type WordRange } from '../text/index.js'
import type { Description, Tagged, Vocabulary } from './mention.js'

const NOMINAL = new Set<Part>(['NOUN', 'NAME', 'PRON', 'NUM'])
/** Words of a phrase that are looked at. */
export const LONGEST = 16
const NAMED = new Set(['PER', 'ORG', 'LOC'])
const VERBAL = new Set<Part>(['VERB', 'PAST', 'MODAL', 'BASE'])
export const POSSESSIVE = /^['’]s?$/u
export const lower = (text: string) => text.toLowerCase().replace(/’/gu, "'")

/** A phrase as a mention: whom its head speaks of, and by what sort of words. */
export function describe(
  tokens: Tokens,
  { parts }: Tagged,
  { words, isTitle, outlets }: Vocabulary,
  entityAt: ReadonlyMap<number, { kind: string; range: WordRange }>,
  [first, end]: WordRange,
  head: number,
): Description {
  const word = (k: number) => lower(wordAt(tokens, k))
  const pronoun = end - first === 1 ? pronounAt(tokens, words, first) : null
  const entity = entityAt.get(head)
  const capital = /^[\p{Lu}\p{N}@]/u.test(wordAt(tokens, head))
  const isName =
    NAMED.has(entity?.kind ?? '') && (capital || entity?.kind === 'LOC' || parts[head] === 'NAME')
  const named = pronoun
    ? null
    : entity && isName
      ? {
          kind:
            isAcronym(tokens, entity) || words.isInstitution(lower(textOf(tokens, entity.range)))
              ? 'ORG'
              : entity.kind,
          range: entity.range,
        }
      : parts[head] === 'NAME' &&
          capital &&
          outlets.isOutlet(textOf(tokens, run(tokens, parts, first, head)))
        ? { kind: 'ORG', range: run(tokens, parts, first, head) }
        : parts[head] === 'NAME' && capital && words.sortOf(word(head)) !== 'person'
          ? { kind: 'NAME', range: run(tokens, parts, first, head) }
          : null
  const start = named ? Math.max(first, named.range[0]) : head
  let from = start
  for (let k = start; named?.kind === 'PER' && k < head; k++)
    if (POSSESSIVE.test(word(k))) from = k + 1
  while (
    named &&
    named.kind !== 'ORG' &&
    from < head &&
    (isTitle(word(from)) || words.isDefinite(word(from)) || !/[\p{L}\p{N}]/u.test(word(from)))
  )
    from++
  const core: WordRange = [
    from,
    named ? Math.min(end, Math.max(head + 1, named.range[1])) : head + 1,
  ]
  const name = spell(tokens, core).filter(
    (w, i, all) => all.length === 1 || i > 0 || !words.isDefinite(w),
  )
  const before = Array.from({ length: head + 1 - first }, (_, i) => word(first + i))
  const noun = words.sortOf(word(head))
  const gender = genderOf(words, before, named !== null)
  const likely = named && name.length > 1 ? words.genderOfName(name[0] ?? '') : null
  const sort = pronoun
    ? pronoun === 'thing'
      ? 'thing'
      : 'person'
    : named
      ? named.kind === 'PER'
        ? 'person'
        : named.kind === 'ORG'
          ? 'group'
          : named.kind === 'LOC'
            ? noun === 'group' && parts[head] === 'NOUN'
              ? 'group'
              : 'place'
            : (noun ?? ((gender ?? likely) ? 'person' : 'thing'))
      : (noun ?? 'thing')
  const plural =
    pronoun === 'plural' ||
    pronoun === 'speakers' ||
    (!pronoun &&
      !named &&
      (word(head) !== 'police'
        ? /(?:[^s]s|men|people|children)$/u.test(word(head)) && noun !== null
        : true))
  const determiner = before[0] ?? ''
  const owns =
    !pronoun &&
    POSSESSIVE.test(word(end)) &&
    tokens.words[end]?.start === tokens.words[end - 1]?.end
  return {
    range: [first, owns ? end + 1 : end],
    head,
    form: pronoun ? 'pronoun' : named ? 'name' : 'noun',
    sort,
    plural,
    gender,
    likely,
    pronoun,
    name,
    core,
    words: new Set(named ? [...before, ...name] : before),
    phrase: Array.from({ length: Math.min(end - first, LONGEST) }, (_, i) => word(first + i)).join(
      ' ',
    ),
    definite:
      !!named ||
      (capital && end - first > 1) ||
      words.isDefinite(determiner) ||
      before.some((w) => POSSESSIVE.test(w) || (words.pronoun(w) && w !== word(head))),
    sentence: tokens.sentenceOf[head] ?? 0,
    subject: isSubject(tokens, parts, end),
  }
}

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

/** The capitalised words that end in `head`. */
function run(tokens: Tokens, parts: readonly Part[], first: number, head: number): WordRange {
  let from = head
  while (from > first && parts[from - 1] === 'NAME' && /^\p{Lu}/u.test(wordAt(tokens, from - 1)))
    from--
  return [from, head + 1]
}

/** A person is not written in capitals alone. */
const isAcronym = (
  tokens: Tokens,
  { kind, range: [first, end] }: { kind: string; range: WordRange },
) => kind === 'PER' && end - first === 1 && /^\p{Lu}{2,5}$/u.test(wordAt(tokens, first))

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

function isSubject(tokens: Tokens, parts: readonly Part[], end: number): boolean {
  let k = end
  // A relative clause or an aside may stand between.
  while (parts[k] === 'ADV') k++
  return VERBAL.has(parts[k] as Part)
}
