import type { Act, ActorKind } from '../record/index.js'
import type { Part } from '../model/index.js'
import type { WordRange } from '../text/index.js'

/** A statement while the passes work on it; ranges count words of the article. */
export interface Draft {
  readonly cue: WordRange
  readonly source: WordRange | null
  readonly content: readonly WordRange[]
  readonly channel: WordRange | null
  readonly said: WordRange | null
  readonly act: Act
  readonly negated: boolean
  /** Kind of the source; null when agentless. */
  readonly kind: ActorKind | null
  /** Mean probabilities the model gave. */
  readonly scores: { readonly cue: number; readonly source: number; readonly content: number }
}

/** A draft with the place, in the list of drafts, of the statement it stands in. */
export interface NestedDraft extends Draft {
  readonly parent: number | null
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
}

/** An actor while mentions are gathered. */
export interface Speaker {
  readonly name: string
  readonly kind: ActorKind
  readonly mentions: readonly WordRange[]
}

/** Speakers in the order they first speak, and for each draft the place of its speaker (null when agentless). */
export interface Speakers {
  speakers: Speaker[]
  of: (number | null)[]
}
