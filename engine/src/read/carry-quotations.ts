import { joinRanges, LINE, QUOTE, meets, type Tokens, type WordRange } from '../text/index.js'
import type { Draft } from './types.js'

/** Words in which a closing mark is looked for. */
const LONGEST = 2000

/**
 * A quotation is told whole: contents that begin or end inside quotation marks run from the opening mark to the closing
 * one, over paragraphs that open the marks again. Only a cue inside the marks has its content cut out of them. Where no mark
 * closes, the content ends where the model heard it end, and the note `quotation-unclosed` says so.
 */
export function carryQuotations(tokens: Tokens, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft) => {
    if (quoteAt(draft.cue[0]) === QUOTE.inside) return draft
    const taken = draft.source ? [draft.cue, draft.source] : [draft.cue]
    const content = draft.content.map((range) => {
      const whole = carried(range)
      return taken.some((other) => meets(whole, other)) ? range : whole
    })
    return { ...draft, content: joinRanges(content) }
  })

  function carried([first, end]: WordRange): WordRange {
    const from = quoteAt(first) === QUOTE.inside ? openingBefore(first) : first
    const last = quoteAt(end - 1)
    if (last !== QUOTE.inside && last !== QUOTE.opening) return [from, end]
    for (let k = end; k < Math.min(tokens.words.length, end + LONGEST); k++) {
      // A paragraph that opens the marks again goes on with the quotation; any other ends it.
      if (breaksAt(k) && quoteAt(k) !== QUOTE.opening) break
      if (quoteAt(k) === QUOTE.closing) return [from, k + 1]
    }
    return [from, end]
  }

  function openingBefore(word: number): number {
    let k = word
    while (quoteAt(k) === QUOTE.inside && !breaksAt(k)) k--
    return quoteAt(k) === QUOTE.opening ? k : word
  }

  function quoteAt(k: number): number {
    return tokens.quotes[k] ?? QUOTE.outside
  }

  function breaksAt(k: number): boolean {
    return tokens.lines[k] !== LINE.within
  }
}
