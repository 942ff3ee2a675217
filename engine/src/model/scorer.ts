import type { TagKind } from './labels.js'
import type { EndScores } from './span-scores.js'
import type { WindowInput } from './windows.js'

/** What the model says of the words of one window; row-major, one row a word. */
export interface WordScores {
  readonly words: number
  /** Hidden states, handed back to `askCues`. */
  readonly hidden: Float32Array
  /** Log probabilities of O, B, I. */
  readonly cue: Float32Array
  /** Logits of TAGS. */
  readonly tags: Readonly<Record<TagKind, Float32Array>>
  /** The words as the ends of mentions. */
  readonly ends: EndScores
}

/** What the model says of each cue asked; row-major `[cue][word]`, of the words around the cue that it looks at. */
export interface CueScores {
  /** For each cue, the first word looked at, counted within the window. */
  readonly from: readonly number[]
  /** How many words are looked at for each cue. */
  readonly seen: number
  /** Log probabilities of ROLES. */
  readonly role: Float32Array
  /** Logits of ACTOR_KINDS for each word as part of the source. */
  readonly kind: Float32Array
  /** Logits of ACTS, one row a cue. */
  readonly act: Float32Array
}

/** Tensors in, scores out. One window at a time, so that no text changes the scores of another. */
export interface Scorer {
  /** `sha256:` of the manifest that names the weights. */
  readonly id: string
  readWords(window: WindowInput): Promise<WordScores>
  /** Asks of each cue (word range within the window) where its source and content are. */
  askCues(scores: WordScores, cues: readonly (readonly [number, number])[]): Promise<CueScores>
  close(): Promise<void>
}
