import type { DoubtedPart } from '../record/index.js'
import type { Subwords } from '../text/index.js'
import type { Scorer } from './scorer.js'
import type { WindowSize } from './windows.js'

/** What decoding demands of the scores; chosen with the weights on the development parts, and kept in their manifest. */
export interface Decoding {
  /**
   * Cost of a word outside any cue; of one inside a content, where nested cues are rarer in the training data; of one
   * there whose act a row of `cues.json` names; of a new cue; and the least probability of a nested cue that names nobody.
   */
  cue: { outside: number; nested: number; named: number; again: number; nobody: number }
  /** Log-probability that a new span of content must bring, and one of any other role. */
  content: number
  other: number
  /** Least mean probability of a further fragment of content. */
  fragment: number
  /** Least mean probability of a source; below it nobody is named. */
  source: number
  /** Statements whose cue, source and content together are less likely than this are not worth a reader's time. */
  least: number
}

/** How mentions are told by the words at their ends: the width of the vectors, what each further word adds, the least score. */
export interface MentionSettings {
  width: number
  lengths: readonly number[]
  least: number
}

/** The weights, opened, with all that belongs to them. */
export interface ReaderModel {
  scorer: Scorer
  subwords: Subwords
  window: WindowSize
  decoding: Decoding
  /** The least score of a mention. */
  mentions: MentionSettings
  /** Weights of the clues to who is meant, by name (coreference/clues.ts). */
  antecedents: Readonly<Record<string, number>>
  /** Weights of the clues to whether a part of a line is right, by name (read/line-clues.ts); null where none were learned. */
  confidence: Readonly<Record<DoubtedPart, Readonly<Record<string, number>>>> | null
}
