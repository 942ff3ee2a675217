import type { ActorRef } from '../corrections/index.js'
import type { ActorKind } from '../record/index.js'

/** An actor of one article, as its ledger has it. */
export interface ArticleActor {
  article: string
  actor: string
  name: string
  kind: ActorKind
  title: string | null
  /** The words of its mentions, each once: "Sergei Lavrov", "Mr Lavrov", "he". */
  names: readonly string[]
  /** ISO date of the article. */
  published: string | null
}

/** What people have said of who is who; in the order in which they said it, without what was undone. */
export type Decision =
  | { kind: 'merge'; actors: readonly ActorRef[] }
  | { kind: 'split'; from: readonly ActorRef[]; to: readonly ActorRef[] }

/** Another identity that may be the same one, and why that is not sure. */
export interface Doubt {
  with: string
  name: string
  why: string
}

/** One person or body, in all articles that speak of it. */
export interface Identity {
  /** From kind and name; the same again when further articles tell nothing new of the name. */
  id: string
  name: string
  kind: ActorKind
  /** All its names, the most frequent first. */
  names: string[]
  titles: string[]
  members: { article: string; actor: string }[]
  doubts: Doubt[]
}
