import type { Subwords } from '../text/index.js'
import type { CueCosts } from './decode.js'
import type { Scorer } from './scorer.js'
import type { WindowSize } from './windows.js'

/** What decoding demands of the scores; chosen with the weights on the development parts, and kept in their manifest. */
export interface Decoding {
  cue: CueCosts
  /** Log-probability that a new span of content must bring, and one of any other role. */
  content: number
  other: number
  /** Least mean probability of a further fragment of content. */
  fragment: number
  /** Least mean probability of a source; below it nobody is named. */
  source: number
}

/** The weights, opened, with all that belongs to them. */
export interface ReaderModel {
  scorer: Scorer
  subwords: Subwords
  window: WindowSize
  decoding: Decoding
}
