import type { Gender, ActorWords } from '../lexicon/index.js'
import { argmax, MENTION_TYPES } from '../model/index.js'
import { keysOf } from './names.js'
import { SORTS, type Mention } from './mention.js'

/** Mentions of one actor in text order, with what they say together. */
export class Cluster {
  readonly mentions: Mention[] = []
  readonly names: (readonly string[])[] = []
  /** Those of its names that are a person's. */
  readonly persons: (readonly string[])[] = []
  /** What another name of it may have in common with one of its own. */
  readonly keys = new Set<string>()
  /** Ids of states it is called by: "US" and "America" are one. */
  readonly bodies = new Set<string>()
  readonly heads = new Set<string>()
  readonly words = new Set<string>()
  readonly stems = new Set<string>()
  readonly roles = new Set<string>()
  readonly types = new Float32Array(MENTION_TYPES.length)
  gender: Gender | null = null
  likely: Gender | null = null
  /** Is the source of a statement. */
  speaks = false
  /** One of its mentions is several joined by "and". */
  isJoined = false
  /** `place`: its place among all, in text order. */
  constructor(readonly place: number) {}

  get last(): Mention {
    return this.mentions.at(-1) as Mention
  }

  /** What the model takes all its mentions for together. */
  get sort(): Mention['sort'] {
    return SORTS[MENTION_TYPES[argmax(this.types)] ?? 'none']
  }

  isCalled(name: readonly string[]): boolean {
    return this.called.has(name.join(' '))
  }
  private readonly called = new Set<string>()

  add(mention: Mention, words: ActorWords): void {
    this.mentions.push(mention)
    this.speaks ||= mention.speaks
    this.isJoined ||= mention.members.length > 0
    for (let k = 0; k < this.types.length; k++)
      this.types[k] = (this.types[k] ?? 0) + (mention.scores.types[k] ?? 0)
    this.likely ??= mention.likely
    this.gender ??= mention.gender ?? genderOfPronoun(mention)
    if (mention.form === 'pronoun') return
    for (const word of mention.phrase.split(' ')) {
      this.words.add(word)
      if (word.length > 4) this.stems.add(stemOf(word))
    }
    for (const role of words.rolesIn(mention.phrase)) this.roles.add(role)
    if (mention.form === 'noun') {
      this.heads.add(mention.name[0] ?? '')
      return
    }
    const name = mention.name.join(' ')
    if (!this.called.has(name)) {
      this.names.push(mention.name)
      if (mention.sort === 'person') this.persons.push(mention.name)
    }
    this.called.add(name)
    const body = bodyOf(mention, words)
    if (body) this.bodies.add(body)
    for (const key of mentionKeys(mention, words)) this.keys.add(key)
  }
}

/** What "Russian" and "Russia" have in common. */
export const stemOf = (word: string) => word.slice(0, 5)

export const bodyOf = (mention: Mention, words: ActorWords): string | null =>
  mention.form !== 'name' || mention.sort === 'person'
    ? null
    : words.bodyOf(mention.name.join(' '), mention.subject || mention.speaks)

/** What a mention may share with a cluster far back: words of its name, or the head of its description. */
export function mentionKeys(mention: Mention, words: ActorWords): string[] {
  if (mention.form === 'pronoun') return []
  const body = bodyOf(mention, words)
  return [...keysOf(mention.name), ...(body ? [body] : [])]
}

const genderOfPronoun = ({ pronoun }: Mention): Gender | null =>
  pronoun === 'female' || pronoun === 'male' ? pronoun : null
