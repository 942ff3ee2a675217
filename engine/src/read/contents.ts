import { joinRanges, QUOTE, wordAt, type Tokens, type WordRange } from '../text/index.js'
import type { Draft } from './types.js'

/** Sources without the preposition before them or the relative pronoun after them; contents with their quotation marks paired up, without a final full stop, comma or "and" outside them, never on the cue. */
export function mendContents(tokens: Tokens, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft) => ({
    ...draft,
    source: draft.source && bareSource(tokens, draft.source),
    content: joinRanges(
      draft.content.map((range, i, all) => mend(tokens, range, i === all.length - 1)),
    ),
  }))
}

/** "the official, who" is the official, "by AP" is AP. */
function bareSource(tokens: Tokens, [first, end]: WordRange): WordRange {
  if (end - first > 1 && /^(?:by|from|to)$/iu.test(wordAt(tokens, first))) first++
  // "three officials, all of whom" are three officials.
  if (
    end - first > 3 &&
    /^(?:whom|which)$/iu.test(wordAt(tokens, end - 1)) &&
    /^of$/iu.test(wordAt(tokens, end - 2))
  )
    return bareSource(tokens, [first, trimmed(tokens, first, end - 3)])
  if (end - first < 2 || !/^(?:who|which)$/iu.test(wordAt(tokens, end - 1))) return [first, end]
  return [first, trimmed(tokens, first, end - 1)]
}

function trimmed(tokens: Tokens, first: number, end: number): number {
  while (end - 1 > first && wordAt(tokens, end - 1) === ',') end--
  return end
}

const MARK = /^[.,;:]$/u
/** What ends no content: marks, and words that begin something else, as the "and" of "it held and|warned". */
const DANGLING = /^(?:[.,;:]|and|but|or|who|which|whose|the|an?)$/u

function mend(tokens: Tokens, [first, end]: WordRange, last: boolean): WordRange {
  const quote = (k: number) => tokens.quotes[k] ?? QUOTE.outside
  if (quote(first) === QUOTE.inside && quote(first - 1) === QUOTE.opening) first--
  if (quote(end - 1) === QUOTE.inside) {
    // “… the dam held|.” takes the stop and the mark in.
    const mark = /^[.,!?]$/.test(wordAt(tokens, end)) ? end + 1 : end
    if (quote(mark) === QUOTE.closing && tokens.sentenceOf[mark] !== undefined) end = mark + 1
  }
  while (
    end - 1 > first &&
    quote(end - 1) === QUOTE.outside &&
    (last ? DANGLING : MARK).test(wordAt(tokens, end - 1))
  )
    end--
  while (
    first < end - 1 &&
    quote(first) === QUOTE.outside &&
    /^[.,;:]$/.test(wordAt(tokens, first))
  )
    first++
  return [first, end]
}
