import type { Span } from '@hearsay/engine/view'

export type Edge = 'start' | 'end'

const TOKEN = /[\p{L}\p{N}]+(?:[’'.\-‑][\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu

/** Words and single marks of a text, in order. */
export function tokens(text: string): Span[] {
  return [...text.matchAll(TOKEN)].map(({ index, 0: word }) => {
    return { start: index, end: index + word.length }
  })
}

/** The next place for the `edge` of a span from `offset`, one word on; `offset` where there is none. */
export function stepWord(all: readonly Span[], offset: number, edge: Edge, by: 1 | -1): number {
  if (by > 0) return all.find((token) => token[edge] > offset)?.[edge] ?? offset
  return all.findLast((token) => token[edge] < offset)?.[edge] ?? offset
}

/** The edge of a word nearest to `offset`. */
export function snap(all: readonly Span[], offset: number, edge: Edge): number {
  let best = offset
  let far = Infinity
  for (const token of all) {
    const distance = Math.abs(token[edge] - offset)
    if (distance < far) [best, far] = [token[edge], distance]
    else if (token.start > offset) break
  }
  return best
}

/** A selection as a person means it: whole words, without the blanks around them; null when it has none. */
export function wholeWords(all: readonly Span[], { start, end }: Span): Span | null {
  const touched = all.filter((token) => token.start < end && start < token.end)
  const [first, last] = [touched[0], touched.at(-1)]
  return first && last ? { start: first.start, end: last.end } : null
}
