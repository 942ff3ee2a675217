import type { Act, ActorKind, Span } from '../record/index.js'

/** Half-open, in UTF-16 code units of the article's text. */
export type SpanRange = Span

/** An actor of one article, as its ledger has it. */
export interface ActorRef {
  /** The article's id. */
  article: string
  /** The actor's id in its ledger. */
  actor: string
  name: string
}

/** An actor of the ledger by its id, or one by name, who is added where the article has none of that name. */
export type ActorChoice = string | { name: string; kind: ActorKind }

/** What a person says of a statement; what is left out stays as it is. */
export interface Revision {
  /** Null: a quotation without a cue. */
  cue?: SpanRange | null
  /** Null: nobody is named. */
  source?: SpanRange | null
  content?: SpanRange[]
  act?: Act
  negated?: boolean
  parent?: string | null
  channel?: SpanRange | null
  actor?: ActorChoice
}

/** What a person changes, in terms of the ledger in front of them: ids and spans. */
export type Change =
  /** It is right as it stands. */
  | { kind: 'accept'; statement: string }
  /** It is no statement. */
  | { kind: 'reject'; statement: string }
  | ({ kind: 'revise'; statement: string } & Revision)
  /** Without `parent`, the parent is the statement in whose content the cue stands. */
  | ({ kind: 'add' } & Revision & AddedParts)
  /** Across articles: these are one. */
  | { kind: 'merge'; actors: ActorRef[] }
  /** Across articles: these are not those. */
  | { kind: 'split'; from: ActorRef[]; to: ActorRef[] }
  | { kind: 'undo'; correction: string }

interface AddedParts {
  cue: SpanRange | null
  source: SpanRange | null
  content: SpanRange[]
  act: Act
}
