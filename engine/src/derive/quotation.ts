import type { Quotation } from '../record/index.js'
import { QUOTE, type WordRange } from '../text/index.js'

/**
 * Direct when every word of the content stands inside quotation marks, mixed when some do. `quotes`: the state of every
 * word of the article, see `QUOTE`.
 */
export function quotationOf(quotes: readonly number[], content: readonly WordRange[]): Quotation {
  let inside = 0
  let outside = 0
  for (const [first, end] of content) {
    for (let k = first; k < end; k++) {
      if (quotes[k] === QUOTE.inside) inside++
      else if (quotes[k] === QUOTE.outside) outside++
    }
  }
  return inside === 0 ? 'indirect' : outside === 0 ? 'direct' : 'mixed'
}
