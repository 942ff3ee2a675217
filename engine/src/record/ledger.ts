import type { Actor } from './actor.js'
import type { Article } from './article.js'
import type { Note } from './note.js'
import type { Span, TextSpan } from './span.js'
import type { Statement } from './statement.js'

export const VOICES = ['attributed', 'own', 'agentless', 'mixed'] as const
/** On whose word a sentence's main clause rests. */
export type Voice = (typeof VOICES)[number]

export interface Sentence extends Span {
  voice: Voice
}

export interface Place extends TextSpan {
  /** As the map has it; as the text has it where no map of ours has the place. */
  name: string
  /** Degrees north, of the middle of what is no town; null where the place is not on the map. */
  lat: number | null
  /** Degrees east; null together with `lat`. */
  lon: number | null
  /** ISO 3166 alpha-2; null where it is in several, in none or not known. */
  country: string | null
}

export const TIME_TYPES = ['DATE', 'TIME', 'DURATION', 'SET'] as const
/** A time expression with its TIMEX3 type and value; `value` is null when it could not be resolved. */
export interface Time extends TextSpan {
  type: (typeof TIME_TYPES)[number]
  value: string | null
}

export interface Quantity extends TextSpan {
  value: number
  unit: string | null
  approximate: boolean
  bound: '>=' | '<=' | '>' | '<' | null
}

export const WORDING_KINDS = ['loaded', 'scare-quote', 'distancing', 'hedge'] as const
export interface Wording extends TextSpan {
  kind: (typeof WORDING_KINDS)[number]
  /** Id of the row of data that flags it. */
  rule: string
}

/** Who read: `version`, `reader` and `model` with the same bytes give the same statements. */
export interface EngineInfo {
  version: string
  reader: string
  /** `sha256:` of the model's manifest; null when no model took part. */
  model: string | null
  /** What ran the model: `onnxruntime-node 1.27.0`. It changes nothing else; absent where nothing ran or nobody said. */
  runtime?: string
}

/** The ledger without what ran its model: equal for the same bytes wherever they are read. */
export function withoutRuntime(ledger: Ledger): Ledger {
  const engine = { ...ledger.engine }
  delete engine.runtime
  return { ...ledger, engine }
}

/** The ledger of one article: contract version 1. */
export interface Ledger {
  contract: 1
  engine: EngineInfo
  article: Omit<Article, 'notes'>
  sentences: Sentence[]
  statements: Statement[]
  actors: Actor[]
  places: Place[]
  times: Time[]
  quantities: Quantity[]
  wording: Wording[]
  notes: Note[]
}
