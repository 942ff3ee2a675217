import type { ActorWords, Gender, Outlets, PronounSort } from '../lexicon/index.js'
import type { Part } from '../model/index.js'
import { LONGEST_NAME, wordAt, type Tokens, type WordRange } from '../text/index.js'
import { conjuncts } from './conjuncts.js'
import { describe, headOf, LONGEST, lower, POSSESSIVE, pronounAt } from './phrase.js'

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
    const limit = range[0] + LONGEST_NAME
    if (kind === 'PER') while (entity.range[1] < limit && goesOn(entity.range[1])) entity.range[1]++
    for (let k = entity.range[0]; k < entity.range[1]; k++) entityAt.set(k, entity)
  }
  const heads = new Map<number, Mention>()
  const vocabulary = { words, isTitle, outlets }
  const consider = (range: WordRange, speaks = false) => {
    const found = headOf(tokens, tags.parts, entityAt, range)
    // "Many", "Another": who is a source is somebody, without a noun too.
    const head = found ?? (speaks ? range[0] : null)
    if (head === null || heads.has(head) || !/[\p{L}\p{N}]/u.test(wordAt(tokens, head))) return
    const mention = describe(tokens, tags, vocabulary, entityAt, range, head)
    if (speaks || mention.pronoun || mention.sort !== 'thing') heads.set(head, mention)
  }
  // Sources first: their bounds are the surest.
  for (const range of sources)
    for (const part of conjuncts(tokens, range, tags)) consider(part, true)
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
