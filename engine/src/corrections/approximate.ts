import type { Span } from '../record/index.js'
import type { Anchor } from './anchor.js'

/** Of the words' characters, how many may be other ones. */
const ERRORS = 0.2
/** Shorter words are too like others. */
const SHORTEST = 16
/** Longer words are told by their ends. */
const LONGEST = 512
/** How far from its old place a text is searched, in characters. */
const REACH = 6000

/**
 * Where nearly the same words stand, within a fifth of their characters; null when nowhere, or when two places do as
 * well. Approximate string matching by dynamic programming (Sellers 1980).
 */
export function approximate(
  text: string,
  { exact, start }: Pick<Anchor, 'exact' | 'start'>,
): Span | null {
  if (exact.length < SHORTEST) return null
  if (exact.length > LONGEST) return byItsEnds(text, exact, start)
  const from = Math.max(0, start - REACH)
  const searched = text.slice(from, start + exact.length + REACH)
  const found = bestMatch(searched, exact, Math.floor(exact.length * ERRORS))
  return found && wholeWords(text, { start: from + found.start, end: from + found.end })
}

function byItsEnds(text: string, exact: string, start: number): Span | null {
  const size = LONGEST / 2
  const head = approximate(text, { exact: exact.slice(0, size), start })
  const tail =
    head &&
    approximate(text, { exact: exact.slice(-size), start: head.start + exact.length - size })
  if (!tail || tail.end <= head.end) return null
  const length = tail.end - head.start
  return Math.abs(length - exact.length) <= exact.length * ERRORS
    ? { start: head.start, end: tail.end }
    : null
}

/**
 * The match with the fewest errors; null when it has more than `most` or another place far from it has as few. Rows of
 * the table that can no longer come to a match are left out (Ukkonen 1985).
 */
function bestMatch(text: string, pattern: string, most: number): Span | null {
  const size = pattern.length
  // Per prefix of the pattern: the least errors of a match that ends here, and where it begins.
  const errors = Int32Array.from({ length: size + 1 }, (_, i) => i)
  const begins = new Int32Array(size + 1)
  let best: (Span & { errors: number }) | null = null
  let rival = Infinity
  let active = most
  for (let end = 1; end <= text.length; end++) {
    let [diagonal, began] = [0, begins[0] as number]
    begins[0] = end
    const last = Math.min(size, active + 1)
    for (let i = 1; i <= last; i++) {
      const [above, skip] = [errors[i - 1] as number, errors[i] as number]
      const change = diagonal + (pattern[i - 1] === text[end - 1] ? 0 : 1)
      const least = Math.min(change, above + 1, skip + 1)
      const begin = least === change ? began : least === skip + 1 ? begins[i] : begins[i - 1]
      ;[diagonal, began] = [skip, begins[i] as number]
      errors[i] = least
      begins[i] = begin as number
    }
    if (last < size) errors[last + 1] = most + 1
    active = last
    while ((errors[active] as number) > most) active--
    if (active < size) continue
    const match = { start: begins[size] as number, end, errors: errors[size] as number }
    if (match.start === end) continue
    if (!best || match.errors < best.errors) {
      if (best && match.start >= best.end) rival = best.errors
      best = match
    } else if (match.start >= best.end) rival = Math.min(rival, match.errors)
  }
  return best && rival > best.errors ? best : null
}

/** A match that ends within a word goes on to the end of it. */
function wholeWords(text: string, { start, end }: Span): Span {
  const joins = (at: number) => /^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1))
  while (start > 0 && joins(start)) start--
  while (end < text.length && joins(end)) end++
  return { start, end }
}
