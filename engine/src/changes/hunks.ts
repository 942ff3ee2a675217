import type { Span } from '../record/index.js'
import type { Edit } from './change.js'
import type { FoldedWord } from './folded-words.js'

/** Longer stretches are compared as a whole: the table below grows with the product. */
const LONGEST = 2000

/** Words that differ between `before` and `after`, by their longest common subsequence (Wagner & Fischer 1974). */
export function hunks(before: readonly FoldedWord[], after: readonly FoldedWord[]): Edit[] {
  const found: Edit[] = []
  let [i, j] = [0, 0]
  for (const [x, y] of [...common(before, after), [before.length, after.length] as const]) {
    if (i < x || j < y) found.push({ before: spanOf(before, i, x), after: spanOf(after, j, y) })
    ;[i, j] = [x + 1, y + 1]
  }
  return found
}

/** From word `from` up to word `to`; an empty span after the word before where there is none. */
function spanOf(words: readonly FoldedWord[], from: number, to: number): Span {
  const [first, last] = [words[from], words[to - 1]]
  if (from < to && first && last) return { start: first.start, end: last.end }
  const at = words[from - 1]?.end ?? first?.start ?? 0
  return { start: at, end: at }
}

/** Pairs of equal words in an order that both lists have, as many as there can be. */
function common(a: readonly FoldedWord[], b: readonly FoldedWord[]): [number, number][] {
  if (a.length * b.length > LONGEST ** 2) return []
  const width = b.length + 1
  const longest = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number) => longest[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] =
        a[i]?.fold === b[j]?.fold ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length;)
    if (a[i]?.fold === b[j]?.fold) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  return pairs
}
