import type { ActorWords, Gender, Outlets, PronounSort } from '../lexicon/index.js'
import type { Part } from '../model/index.js'
import { spanOf, wordAt, type Tokens, type WordRange } from '../text/index.js'

/** A phrase that speaks of somebody: a name, a description or a pronoun. */
export interface Mention {
  readonly range: WordRange
  /** The word that decides what it is: the last noun or name before any modifier that follows. */
  readonly head: number
  readonly form: 'name' | 'noun' | 'pronoun'
  readonly sort: 'person' | 'group' | 'place' | 'thing'
  readonly plural: boolean
  /** By a noun, a pronoun or a form of address. */
  readonly gender: Gender | null
  /** By a first name, which misleads now and then. */
  readonly likely: Gender | null
  readonly pronoun: PronounSort | null
  /** Of a name: its words without titles and articles, in lower case. Of a description: its head. */
  readonly name: readonly string[]
  /** The name's words in the article. */
  readonly core: WordRange
  /** Every word up to the head, in lower case, and of a name all of it. */
  readonly words: ReadonlySet<string>
  /** The phrase in lower case, so far as it says who is meant. */
  readonly phrase: string
  /** Speaks of somebody known already: "the minister", "his wife"; names do. */
  readonly definite: boolean
  readonly sentence: number
  /** A verb follows. */
  readonly subject: boolean
}

/** The words that mentions are told by. */
export interface Vocabulary {
  readonly words: ActorWords
  readonly outlets: Outlets
  isTitle(word: string): boolean
}

export interface Tagged {
  readonly entities: readonly { readonly kind: string; readonly range: WordRange }[]
  readonly parts: readonly Part[]
  readonly phrases: readonly WordRange[]
}

const NOMINAL = new Set<Part>(['NOUN', 'NAME', 'PRON', 'NUM'])
/** Words of a phrase that are looked at. */
const LONGEST = 16
const NAMED = new Set(['PER', 'ORG', 'LOC'])
const VERBAL = new Set<Part>(['VERB', 'PAST', 'MODAL', 'BASE'])
const POSSESSIVE = /^['’]s?$/u
const lower = (text: string) => text.toLowerCase().replace(/’/gu, "'")

/** Mentions of people, bodies and places in text order; of phrases with one head, the longest. */
export function findMentions(
  tokens: Tokens,
  tags: Tagged,
  { words, isTitle, outlets }: Vocabulary,
  sources: readonly WordRange[],
): Mention[] {
  const entityAt = new Map<number, { kind: string; range: WordRange }>()
  for (const entity of tags.entities)
    for (let k = entity.range[0]; k < entity.range[1]; k++) entityAt.set(k, entity)
  // A person's name goes on while capitals do: "Piet|Lomax".
  for (const { kind, range } of tags.entities) {
    const entity: { kind: string; range: [number, number] } = { kind, range: [...range] }
    const goesOn = (k: number) =>
      tags.parts[k] === 'NAME' &&
      !entityAt.has(k) &&
      /^\p{Lu}\p{Ll}/u.test(wordAt(tokens, k)) &&
      !isTitle(lower(wordAt(tokens, k))) &&
      tokens.sentenceOf[k] === tokens.sentenceOf[range[0]]
    if (kind === 'PER') while (goesOn(entity.range[1])) entity.range[1]++
    for (let k = entity.range[0]; k < entity.range[1]; k++) entityAt.set(k, entity)
  }
  const heads = new Map<number, Mention>()
  const vocabulary = { words, isTitle, outlets }
  const consider = (range: WordRange, speaks = false) => {
    const head = headOf(tokens, tags.parts, entityAt, range)
    if (head === null || heads.has(head)) return
    const mention = describe(tokens, tags, vocabulary, entityAt, range, head)
    if (speaks || mention.pronoun || mention.sort !== 'thing') heads.set(head, mention)
  }
  // Sources first: their bounds are the surest.
  for (const range of sources) for (const part of conjuncts(range, tags)) consider(part, true)
  for (const range of tags.phrases) consider(range)
  for (const range of posts(tokens, tags, words)) consider(range)
  for (const { kind, range } of tags.entities)
    if (kind === 'PER' || kind === 'ORG' || kind === 'LOC') {
      const covered = [...Array(range[1] - range[0]).keys()].some((k) => heads.has(range[0] + k))
      if (!covered) consider(range)
    }
  for (let k = 0; k < tokens.words.length; k++)
    if (tags.parts[k] === 'PRON' && !heads.has(k) && pronounAt(tokens, words, k))
      consider([k, k + 1])
  return [...heads.values()].sort((a, b) => a.range[0] - b.range[0] || b.range[1] - a.range[1])
}

/** "Chief of Staff of the Marel Army, Ana Ruiz": what stands before a name and a comma, from the noun for a person on. */
function posts(tokens: Tokens, { entities, parts }: Tagged, words: ActorWords): WordRange[] {
  return entities.flatMap(({ kind, range: [name] }): WordRange[] => {
    if (kind !== 'PER' || wordAt(tokens, name - 1) !== ',') return []
    let first: number | null = null
    for (
      let k = name - 2;
      k >= 0 && name - k < LONGEST && tokens.sentenceOf[k] === tokens.sentenceOf[name];
      k--
    ) {
      if (!POST.has(parts[k] as Part) && !POSSESSIVE.test(wordAt(tokens, k))) break
      if (words.sortOf(lower(wordAt(tokens, k))) === 'person') first = k
      else if (first === k + 1 && parts[k] !== 'PREP') first = k
    }
    return first === null ? [] : [[first, name - 1]]
  })
}
const POST = new Set<Part>(['NOUN', 'NAME', 'ADJ', 'DET', 'PREP'])

/** "the navy and two ministers" is two phrases; a phrase with "and" inside its name is one. */
export function conjuncts(range: WordRange, { phrases, entities, parts }: Tagged): WordRange[] {
  const known = [...phrases, ...entities.map((entity) => entity.range)]
  const inside = known.filter(([a, b]) => a >= range[0] && b <= range[1])
  if (inside.some(([a, b]) => a === range[0] && b === range[1])) return [range]
  const split = Array.from({ length: range[1] - range[0] }, (_, i) => range[0] + i).filter(
    (k) => parts[k] === 'CONJ' && !inside.some(([a, b]) => a < k && k < b),
  )
  if (split.length === 0) return [range]
  const bounds = [range[0], ...split.flatMap((k) => [k, k + 1]), range[1]]
  const pieces: WordRange[] = []
  for (let i = 0; i + 1 < bounds.length; i += 2) {
    const [a, b] = [bounds[i] ?? 0, bounds[i + 1] ?? 0]
    const top = inside.filter(([x, y]) => x >= a && y <= b)
    if (!top.length) return [range]
    if (b > a) pieces.push(...outermost(top))
  }
  return pieces
}

const outermost = (ranges: readonly WordRange[]) =>
  ranges.filter(
    ([a, b], i) =>
      !ranges.some(
        ([x, y], k) => x <= a && b <= y && (y - x > b - a || (y - x === b - a && k < i)),
      ),
  )

function describe(
  tokens: Tokens,
  { parts }: Tagged,
  { words, isTitle, outlets }: Vocabulary,
  entityAt: ReadonlyMap<number, { kind: string; range: WordRange }>,
  [first, end]: WordRange,
  head: number,
): Mention {
  const word = (k: number) => lower(wordAt(tokens, k))
  const pronoun = end - first === 1 ? pronounAt(tokens, words, first) : null
  const written = (range: WordRange) => {
    const span = spanOf(tokens, range)
    return tokens.text.slice(span.start, span.end)
  }
  const entity = entityAt.get(head)
  const capital = /^[\p{Lu}\p{N}@]/u.test(wordAt(tokens, head))
  const isName =
    NAMED.has(entity?.kind ?? '') && (capital || entity?.kind === 'LOC' || parts[head] === 'NAME')
  const named = pronoun
    ? null
    : entity && isName
      ? { kind: isAcronym(tokens, entity) ? 'ORG' : entity.kind, range: entity.range }
      : parts[head] === 'NAME' &&
          capital &&
          outlets.isOutlet(written(run(tokens, parts, first, head)))
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
    (isTitle(word(from)) || words.isDefinite(word(from)))
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
function headOf(
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
function pronounAt(tokens: Tokens, words: ActorWords, k: number): PronounSort | null {
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
  const telling = named ? before.find((word) => ADDRESS.test(word)) : before.at(-1)
  return words.genderOf(telling ?? '')
}
const ADDRESS =
  /^(?:mr|mrs|ms|miss|sir|dame|lord|lady|king|queen|prince|princess|pope|sister|father|spokeswoman|spokesman)$/u

function isSubject(tokens: Tokens, parts: readonly Part[], end: number): boolean {
  let k = end
  // A relative clause or an aside may stand between.
  while (parts[k] === 'ADV') k++
  return VERBAL.has(parts[k] as Part)
}
