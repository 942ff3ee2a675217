import type { ActorWords, Gender, Outlets, PronounSort } from '../lexicon/index.js'
import type { MentionType, Part, SpanScores } from '../model/index.js'
import type { WordRange } from '../text/index.js'

/** What the words of a phrase say of whom it speaks. */
export interface Description {
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
  /** How it stands in its sentence, as far as the words beside it tell. */
  readonly role: 'subject' | 'owner' | 'after a preposition' | 'object'
}

/** What each type of mention speaks of. */
export const SORTS: Readonly<Record<MentionType, Description['sort']>> = {
  none: 'thing',
  person: 'person',
  organization: 'group',
  outlet: 'group',
  document: 'thing',
  'unnamed-person': 'person',
  'unnamed-group': 'person',
  place: 'place',
}

/** A phrase that speaks of somebody: what its words say, and what the model says of it. */
export interface Mention extends Description {
  /** The likeliest type. */
  readonly type: MentionType
  readonly scores: SpanScores
  /** The source of a statement. */
  readonly speaks: boolean
  /** The phrases that it joins by "and"; none where it is one phrase. */
  readonly members: readonly WordRange[]
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
}
