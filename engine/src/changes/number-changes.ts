import { overlaps, type Ledger, type Span, type Statement } from '../record/index.js'
import type { Change, Edit } from './change.js'
import { sideOf, type Version } from './version.js'

interface Figure extends Span {
  value: string
}

/** Figures that drifted: where words differ and each version has a number there, of another value. */
export function numberChanges(
  before: Version,
  after: Version,
  edits: readonly Edit[],
  [one, other]: readonly [Statement | null, Statement | null] = [null, null],
): Change[] {
  return edits.flatMap((edit) => {
    const was = figuresIn(before.ledger, edit.before)
    const is = figuresIn(after.ledger, edit.after)
    return was.flatMap((figure, i) => {
      const now = is[i]
      if (now === undefined || now.value === figure.value) return []
      const sides = { before: sideOf(before, [figure], one), after: sideOf(after, [now], other) }
      return [{ kind: 'number' as const, ...sides, edits: [] }]
    })
  })
}

/** Quantities that the ledger found there, and numerals that count nothing: years, scores, times of day. */
function figuresIn({ article, quantities }: Ledger, span: Span): Figure[] {
  if (span.start === span.end) return []
  const counted: Figure[] = quantities
    .filter((quantity) => overlaps(quantity, span))
    .map(({ start, end, value, bound, approximate }) => {
      return { start, end, value: `${bound ?? ''}${approximate ? '~' : ''}${value}` }
    })
  const numerals = Array.from(
    article.text.slice(span.start, span.end).matchAll(/\p{N}+(?:[.,:–-]\p{N}+)*/gu),
    ({ 0: value, index }) => ({
      start: span.start + index,
      end: span.start + index + value.length,
      value,
    }),
  )
  return [
    ...counted,
    ...numerals.filter((one) => !counted.some((other) => overlaps(one, other))),
  ].sort((a, b) => a.start - b.start)
}
