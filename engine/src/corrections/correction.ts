import type { Act, ActorKind, Ledger } from '../record/index.js'
import type { Anchor } from './anchor.js'
import type { ActorRef } from './change.js'

/** Names a statement without its id, which the next reading may give to another. */
export interface StatementAnchor {
  cue: Anchor | null
  content: Anchor[]
  /** Ids of the corrections that had touched it. */
  corrected?: string[]
}

/** Names an actor by name and by places where it is spoken of. */
export interface ActorAnchor {
  name: string
  kind: ActorKind
  mentions: Anchor[]
  /** The outlet itself, `a0`. */
  outlet?: true
}

/** All that a person can say of a statement. */
export interface StatementState {
  cue: Anchor | null
  source: Anchor | null
  content: Anchor[]
  act: Act
  negated: boolean
  parent: StatementAnchor | null
  channel: Anchor | null
  /** Empty when nobody is named. */
  actors: ActorAnchor[]
}

/** A change with anchors where ids and spans stood. */
export type AnchoredChange =
  | { kind: 'accept'; statement: StatementAnchor; whole: StatementState }
  | { kind: 'reject'; statement: StatementAnchor }
  | {
      kind: 'revise'
      statement: StatementAnchor
      /** What was changed. */
      set: Partial<StatementState>
      /** What stood there before. */
      was: Partial<StatementState>
      /** The statement after the change: what a reading that lacks it is given. */
      whole: StatementState
    }
  | { kind: 'add'; whole: StatementState }
  | { kind: 'merge'; actors: ActorRef[] }
  | { kind: 'split'; from: ActorRef[]; to: ActorRef[] }
  | { kind: 'undo'; correction: string }

/** The record that is kept. */
export interface Correction {
  id: string
  /** Id of the article; null for what goes across articles. */
  article: string | null
  /** ISO date-time. */
  at: string
  by: string
  change: AnchoredChange
}

/** A correction that no longer fits, and why: what is missing, and where it was. */
export interface Misfit {
  correction: string
  why: string
}

/** Where a newer reading says something else than a person did. The person's word stands. */
export interface Disagreement {
  statement: string
  correction: string
  why: string
}

export interface Corrected {
  ledger: Ledger
  misfits: Misfit[]
  /** A rejected statement goes by the id that it had. */
  applied: { correction: string; statement: string }[]
  disagreements: Disagreement[]
}
