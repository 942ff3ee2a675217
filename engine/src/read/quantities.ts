import type { Quantity } from '../record/index.js'
import type { Tokens } from '../text/index.js'
import type { Tags } from './types.js'

/** Numbers of things: value, unit, approximation and bound. */
export function findQuantities(_tokens: Tokens, _tags: Tags): Quantity[] {
  return []
}
