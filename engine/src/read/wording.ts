import type { Wording } from '../record/index.js'
import type { Tokens } from '../text/index.js'
import type { Draft, Tags } from './types.js'

/** Loaded, distancing and hedging words in the outlet's own wording, and scare quotes; never inside a quotation. */
export function findWording(_tokens: Tokens, _tags: Tags, _drafts: readonly Draft[]): Wording[] {
  return []
}
