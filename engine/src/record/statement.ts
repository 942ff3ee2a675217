import type { TextSpan } from './span.js'

/** The parts of a line that may be in doubt: its words (source, cue, content), who its source is, and its act. */
export const DOUBTED_PARTS = ['span', 'who', 'act'] as const
export type DoubtedPart = (typeof DOUBTED_PARTS)[number]

/** What the source does by speaking (annotation guide). */
export const ACTS = [
  'assert',
  'deny',
  'confirm',
  'accuse',
  'criticize',
  'praise',
  'order',
  'request',
  'ask',
  'promise',
  'warn',
  'threaten',
  'believe',
  'doubt',
  'intend',
  'want',
  'report',
  'show',
  'decline',
] as const
export type Act = (typeof ACTS)[number]

export const QUOTATIONS = ['direct', 'indirect', 'mixed'] as const
export type Quotation = (typeof QUOTATIONS)[number]

/** The source of a statement: its words, and the actor (or actors, sharing one cue) they stand for. */
export interface Source extends TextSpan {
  actor: string
  actors: string[]
}

/** The words that report the act. Offsets and text are null for a quotation without a cue. */
export interface Cue {
  start: number | null
  end: number | null
  text: string | null
  act: Act
  negated: boolean
}

export interface Channel extends TextSpan {
  /** Set only when the channel is an outlet. */
  actor: string | null
}

/** Whom it is said to: "called [on Mr Holm] to resign". */
export interface Addressee extends TextSpan {
  /** Null where nobody of the ledger's actors is meant. */
  actor: string | null
}

export interface Said extends TextSpan {
  /** ISO date, or null when it could not be resolved. */
  date: string | null
}

/** One attribution: who is reported to say, write, show, believe or want what. */
export interface Statement {
  id: string
  /** The statement in whose content this one stands, or whose source relays it. */
  parent: string | null
  /** Actor ids, who spoke first, then each relayer; the outlet itself, `a0`, last. Derived from `parent`. */
  chain: string[]
  /** Actors in the chain without `a0`; null when agentless. */
  remove: number | null
  /** Null when nobody is named (agentless). */
  source: Source | null
  cue: Cue
  /** Fragments in text order. */
  content: TextSpan[]
  quotation: Quotation
  channel: Channel | null
  /** Null where the text names nobody; absent from ledgers of readers that did not look. */
  addressee?: Addressee | null
  said: Said | null
  /** Probability that the whole line is right: cue, source, content, who is meant and act. */
  confidence: number
  /** Which part is the weak one where the line is not sure; absent from ledgers of readers that did not say. */
  doubts?: DoubtedPart[]
  /** Ids of the corrections by which a person has changed or confirmed it; absent where nobody has. */
  corrected?: string[]
}
