import type { Clue, Cluster, Link, Mention, Speech } from '../coreference/index.js'
import type { Act, ActorKind, DoubtedPart, Note } from '../record/index.js'
import type { EndRow, Part, SpanScores, WordTags } from '../model/index.js'
import type { WordRange } from '../text/index.js'

/** A statement while the passes work on it; ranges count words of the article. */
export interface Draft {
  readonly cue: WordRange
  readonly source: WordRange | null
  /** Words that may be the source, where the model was not sure of any, and the kind it took them for. */
  readonly hint?: { readonly range: WordRange; readonly kind: ActorKind }
  /** The source was not heard by the model: it is the subject of an active verb. */
  readonly inferred?: boolean
  readonly content: readonly WordRange[]
  readonly channel: WordRange | null
  /** Whom it is said to; found after the channels. */
  readonly addressee?: WordRange | null
  readonly said: WordRange | null
  readonly act: Act
  readonly negated: boolean
  /** Kind of the source; null when agentless. */
  readonly kind: ActorKind | null
  /** Mean probabilities the model gave. */
  readonly scores: { readonly cue: number; readonly source: number; readonly content: number }
  /** What the model said when it was asked of the cue, before any rule; absent where it was not asked. */
  readonly heard?: Heard
}

/** How sure the model was of what it said of a cue. */
export interface Heard {
  /** Probabilities of ACTS. */
  readonly acts: readonly number[]
  readonly content: readonly WordRange[]
  /** How sure it was of the words of the source (or that there are none), and of the content. */
  readonly sureness: { readonly source: Sureness; readonly content: Sureness }
  /** The content runs to the end of the words that were looked at. */
  readonly cut: boolean
}

/** How sure the model was which words a role has; all are probabilities. */
export interface Sureness {
  /** The share of words in common that is to be expected with the right ones (Jaccard). */
  readonly overlap: number
  /** Of the least sure word that was taken, and of the likeliest that was not. */
  readonly weakest: number
  readonly rival: number
}

/** What the model hears in an article: drafts in text order, and what it says of every word. */
export interface Attributions {
  readonly drafts: readonly Draft[]
  readonly tags: WordTags
  /** Spans that may mention somebody, in words of the article. */
  readonly spans: readonly SpanScores[]
  /** What it says of the words of sources as ends of mentions, by their place in the article. */
  readonly ends: ReadonlyMap<number, EndRow>
}

/** The mentions of an article, those who speak in each draft, and who speaks in each quotation. */
export interface Mentioned {
  readonly mentions: readonly Mention[]
  readonly mentionOf: readonly (readonly Mention[])[]
  readonly speech: Speech
}

/** A draft with the place, in the list of drafts, of the statement it stands in. */
export interface NestedDraft extends Draft {
  readonly parent: number | null
  /** It stood too deep in others to say so. */
  readonly deep?: boolean
}

/** A named entity: people, organizations, places, dates, numbers. */
export interface Entity {
  readonly kind: 'PER' | 'ORG' | 'LOC' | 'DATE' | 'NUM'
  readonly range: WordRange
}

/** What the model says of the article's words. */
export interface Tags {
  /** In text order, not overlapping. */
  readonly entities: readonly Entity[]
  /** Per word. */
  readonly parts: readonly Part[]
  /** Noun phrases by their first word, longer ones before those that stand in them. */
  readonly phrases: readonly WordRange[]
  readonly remarks: readonly Remark[]
}

/** Words on a source: its formal position, or how it comes to know. */
export interface Remark {
  readonly kind: 'title' | 'justification'
  readonly range: WordRange
}

/** An actor while the passes work on it. */
export interface ActorDraft {
  readonly name: string
  readonly kind: ActorKind
  readonly mentions: readonly WordRange[]
  /** Of each mention, its name without what stands around it. */
  readonly cores: readonly WordRange[]
}

/** Place of an actor in `actors`; -1 is the outlet itself. */
export type Role = number

/** Everybody in the article, and for each draft who its sources are, which outlet was told, and whom it is said to. */
export interface Cast {
  readonly actors: readonly ActorDraft[]
  readonly of: readonly (readonly Role[])[]
  readonly told: readonly (Role | null)[]
  readonly addressed: readonly (Role | null)[]
  /** For each draft, how its sources were taken for whom. */
  readonly meant: readonly (readonly Meant[])[]
  readonly notes: readonly Note[]
}

/** What speaks for and against each part of a line; nothing where the part cannot be wrong by itself. */
export type LineClues = Readonly<Record<DoubtedPart, readonly Clue[]>>

/** How likely a line is right, and which part is the weak one where it is not sure. */
export interface Rating {
  readonly confidence: number
  readonly doubts: readonly DoubtedPart[]
}

/** A source's words and whom they were taken for. */
export interface Meant {
  readonly mention: Mention
  readonly link: Link | null
  readonly cluster: Cluster
  /** The mention that the actor's name is shown by, and how that one was taken. */
  readonly naming: Mention
  readonly namingLink: Link | null
}

/** What makes an actor a source: formal position, and the words that say how it knows. */
export interface Credentials {
  readonly title: string | null
  readonly justification: string | null
}
