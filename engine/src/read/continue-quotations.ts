import {
  joinRanges,
  LINE,
  lineNumbers,
  meets,
  QUOTE,
  wordAt,
  type Tokens,
  type WordRange,
} from '../text/index.js'
import type { Draft } from './types.js'

/** Words in which a closing mark is looked for. */
const LONGEST = 2000

/**
 * A quotation that is a sentence of its own, without a cue, goes on with what was said last in its paragraph: "Ana Ruiz said
 * so. “It holds.”" It joins that statement's content when nobody else is heard to say it and somebody is its source.
 */
export function continueQuotations(tokens: Tokens, drafts: readonly Draft[]): Draft[] {
  const covering = new Uint16Array(tokens.words.length)
  for (const [first, end] of drafts.flatMap(({ content }) => content))
    for (let k = first; k < end; k++) covering[k] = (covering[k] ?? 0) + 1
  const outer = drafts.filter(({ cue, content }) => {
    const own = content.some((range) => meets(range, cue)) ? 1 : 0
    return quoteAt(cue[0]) !== QUOTE.inside && (covering[cue[0]] ?? 0) <= own
  })
  const more = new Map<Draft, WordRange[]>()
  const claimed = outer.flatMap(({ cue, source, content }) => [
    cue,
    ...(source ? [source] : []),
    ...content,
  ])
  const taken = new Uint8Array(tokens.words.length)
  for (const [first, end] of claimed) taken.fill(1, first, end)
  const lines = lineNumbers(tokens)
  for (const quotation of quotations()) {
    if (isTaken(quotation)) continue
    const speaker = lastBefore(quotation[0])
    if (speaker) more.set(speaker, [...(more.get(speaker) ?? []), quotation])
  }
  return drafts.map((draft) => {
    const added = more.get(draft)
    return added ? { ...draft, content: joinRanges(inOrder([...draft.content, ...added])) } : draft
  })

  /** Whole sentences between an opening and a closing mark. */
  function* quotations(): Iterable<WordRange> {
    for (let k = 0; k < tokens.words.length; k++) {
      if (quoteAt(k) !== QUOTE.opening || !beginsSentence(k)) continue
      const close = closingAfter(k)
      if (close === null) continue
      const ends = /^[.?!…]+$/u.test(wordAt(tokens, close - 1))
      if (ends && beginsSentence(close + 1)) yield [k, close + 1]
      k = close
    }
  }

  function closingAfter(open: number): number | null {
    for (let k = open + 1; k < Math.min(tokens.words.length, open + LONGEST); k++) {
      // A mark that opens again says that the first was never closed.
      if (tokens.lines[k] !== LINE.within || quoteAt(k) === QUOTE.opening) return null
      if (quoteAt(k) === QUOTE.closing) return k
    }
    return null
  }

  function beginsSentence(k: number): boolean {
    if (k === 0 || k >= tokens.words.length || tokens.lines[k] !== LINE.within) return true
    return tokens.sentenceOf[k] !== tokens.sentenceOf[k - 1] || quoteAt(k - 1) === QUOTE.closing
  }

  function isTaken([first, end]: WordRange): boolean {
    return taken.subarray(first, end).includes(1)
  }

  /** The statement whose cue stands last before a word in its paragraph, if somebody makes it. */
  function lastBefore(word: number): Draft | null {
    const last = outer.findLast(({ cue }) => cue[0] < word)
    return last?.source && lines[last.cue[0]] === lines[word] ? last : null
  }

  function quoteAt(k: number): number {
    return tokens.quotes[k] ?? QUOTE.outside
  }
}

const inOrder = (ranges: WordRange[]) => ranges.sort(([a], [b]) => a - b)
