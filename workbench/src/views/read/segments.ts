import type { Span } from '@hearsay/engine/view'

/** A stretch of text with every span that covers it. */
export interface Segment<T> extends Span {
  on: T[]
}

/**
 * Cuts `within` at every boundary of `spans`, which may overlap, nest and reach beyond it. The segments fill `within`
 * without gap or overlap, and `on` keeps the order in which the spans were given.
 */
export function segments<T extends Span>(within: Span, spans: readonly T[]): Segment<T>[] {
  const inside = spans.filter(({ start, end }) => start < within.end && within.start < end)
  const cuts = new Set([within.start, within.end])
  for (const { start, end } of inside) {
    for (const cut of [start, end]) if (within.start < cut && cut < within.end) cuts.add(cut)
  }
  const sorted = [...cuts].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((start, i) => {
    const end = sorted[i + 1] ?? within.end
    return { start, end, on: inside.filter((span) => span.start <= start && end <= span.end) }
  })
}
