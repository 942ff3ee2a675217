import type { WordRange } from '../text/index.js'

/** Where a statement stands; ranges count words, or characters, of one text. */
export interface Standing {
  readonly cue: WordRange
  readonly content: readonly WordRange[]
}

export const within = ([a, b]: WordRange, [first, end]: WordRange) => first <= a && b <= end

export const contentSize = ({ content }: Pick<Standing, 'content'>) =>
  content.reduce((sum, [a, b]) => sum + b - a, 0)

/** Places of the others whose cue begins within `reach` of that of statement `i`; statements stand in text order. */
export function* neighbours(
  statements: readonly Standing[],
  i: number,
  reach: number,
): Generator<number> {
  const at = statements[i]?.cue[0] ?? 0
  const cueOf = (k: number) => statements[k]?.cue[0] ?? 0
  let first = i
  while (first > 0 && at - cueOf(first - 1) <= reach) first--
  for (let k = first; k < statements.length && cueOf(k) - at <= reach; k++) if (k !== i) yield k
}

/** The statement with the smallest content that the cue of statement `i` stands in; null when it stands in none. */
export function enclosing(
  statements: readonly Standing[],
  i: number,
  reach: number,
): number | null {
  const child = statements[i] as Standing
  let best: number | null = null
  for (const k of neighbours(statements, i, reach)) {
    const statement = statements[k] as Standing
    if (!statement.content.some((range) => within(child.cue, range))) continue
    if (best === null || contentSize(statement) < contentSize(statements[best] as Standing))
      best = k
  }
  return best
}

/** How many parents each stands under; without end where they run in a circle. */
export function depths(parents: readonly (number | null)[]): number[] {
  const found: number[] = []
  for (let i = 0; i < parents.length; i++) {
    const path = new Set<number>()
    let at: number | null = i
    while (at !== null && found[at] === undefined && !path.has(at)) {
      path.add(at)
      at = parents[at] ?? null
    }
    let depth = at === null ? -1 : (found[at] ?? Infinity)
    for (const k of [...path].reverse()) found[k] = ++depth
  }
  return found
}

/** Whether the parents above `start` end somewhere. */
export function acyclic<Key>(start: Key, parentOf: (key: Key) => Key | null): boolean {
  const seen = new Set<Key>()
  for (let key: Key | null = start; key !== null; key = parentOf(key)) {
    if (seen.has(key)) return false
    seen.add(key)
  }
  return true
}
