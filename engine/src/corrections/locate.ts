import type { Span } from '../record/index.js'
import type { Anchor } from './anchor.js'
import { approximate } from './approximate.js'

/** A quotation this long that stands in the text once needs no context to be known. */
const TELLING = 24
/** Occurrences that are looked at; a text that repeats a word more often says nothing about which one is meant. */
const MOST = 2000

/**
 * Where the anchored words are in `text` now: at their old place, else where the same words stand in the most similar
 * context, else where nearly the same words do; null when no place is sure.
 */
export function locate(text: string, anchor: Anchor): Span | null {
  const { exact, start, prefix, suffix } = anchor
  if (exact === '') return null
  const span = (at: number) => ({ start: at, end: at + exact.length })
  const context = prefix.length + suffix.length
  if (text.startsWith(exact, start) && agreement(text, anchor, start) === context)
    return span(start)
  const found = occurrences(text, exact)
  const best = found
    .map((at) => ({ at, score: agreement(text, anchor, at), way: Math.abs(at - start) }))
    .reduce<{ at: number; score: number; way: number } | null>(
      (a, b) => (a && (a.score > b.score || (a.score === b.score && a.way <= b.way)) ? a : b),
      null,
    )
  if (best && (2 * best.score >= context || (found.length === 1 && exact.length >= TELLING)))
    return span(best.at)
  return found.length === 0 ? approximate(text, anchor) : null
}

function occurrences(text: string, exact: string): number[] {
  const found: number[] = []
  for (
    let at = text.indexOf(exact);
    at >= 0 && found.length < MOST;
    at = text.indexOf(exact, at + 1)
  )
    found.push(at)
  return found
}

/** How many characters of the context stand around the words at `at`, counted from them outwards. */
function agreement(text: string, { exact, prefix, suffix }: Anchor, at: number): number {
  let before = 0
  while (before < prefix.length && text[at - 1 - before] === prefix[prefix.length - 1 - before])
    before++
  let after = 0
  while (after < suffix.length && text[at + exact.length + after] === suffix[after]) after++
  return before + after
}
