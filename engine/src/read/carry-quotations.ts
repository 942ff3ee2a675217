import { speakingCues } from '../derive/index.js'
import {
  indices,
  joinRanges,
  LINE,
  meets,
  QUOTE,
  unclosedMarks,
  type Tokens,
  type WordRange,
} from '../text/index.js'
import type { Draft } from './types.js'

/** Words in which a closing mark is looked for. */
const LONGEST = 2000

/**
 * A quotation is told whole: contents that begin or end inside quotation marks run from the opening mark to the closing
 * one, over paragraphs that open the marks again. Only a cue inside the marks has its content cut out of them. What a mark
 * opens that nothing closes ends with the sentence it opens in, and the note `quotation-unclosed` says so.
 */
export function carryQuotations(tokens: Tokens, drafts: readonly Draft[]): Draft[] {
  const cues = speakingCues(tokens, drafts)
  const unclosed = new Set(unclosedMarks(tokens, (word) => cues.has(word)))
  return drafts.map((draft) => {
    const { cue, source } = draft
    if (quoteAt(cue[0]) === QUOTE.inside)
      return { ...draft, content: draft.content.map((range) => cut(range, cue)) }
    const taken = source ? [cue, source] : [cue]
    const content = draft.content.map((range) => {
      const whole = carried(range)
      return cut(taken.some((other) => meets(whole, other)) ? range : whole, cue)
    })
    return { ...draft, content: joinRanges(content) }
  })

  /**
   * Up to the end of the sentence in which a mark opens that nothing closes; a cue that stands inside such marks, in a later
   * sentence, tells of what begins after that end.
   */
  function cut([first, end]: WordRange, cue: WordRange): WordRange {
    const mark = indices([first, end]).find((k) => unclosed.has(k))
    if (mark === undefined) return [first, end]
    let stop = mark + 1
    while (stop < end && tokens.sentenceOf[stop] === tokens.sentenceOf[mark]) stop++
    return quoteAt(cue[0]) === QUOTE.inside && cue[0] >= stop && stop < end
      ? [stop, end]
      : [first, stop]
  }

  function carried([first, end]: WordRange): WordRange {
    const opening = quoteAt(first) === QUOTE.inside ? openingBefore(first) : first
    const strays = unclosed.has(opening) && tokens.sentenceOf[opening] !== tokens.sentenceOf[first]
    const from = strays ? first : opening
    if (strays || opensInVain([from, end])) return [from, end]
    const last = quoteAt(end - 1)
    if (last !== QUOTE.inside && last !== QUOTE.opening) return [from, end]
    for (let k = end; k < Math.min(tokens.words.length, end + LONGEST); k++) {
      // A paragraph that opens the marks again goes on with the quotation; any other ends it.
      if (breaksAt(k) && quoteAt(k) !== QUOTE.opening) break
      if (quoteAt(k) === QUOTE.closing) return [from, k + 1]
    }
    return [from, end]
  }

  /** The last mark that opens among the words is never closed. */
  function opensInVain([first, end]: WordRange): boolean {
    let k = end - 1
    while (k >= first && quoteAt(k) === QUOTE.inside) k--
    return unclosed.has(k)
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
