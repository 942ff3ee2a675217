/** What belongs together, as indices into both lists, and what is left over. */
export interface Pairs {
  pairs: [before: number, after: number][]
  before: number[]
  after: number[]
}

/**
 * Pairs each item with the one most like it, the most alike first; those below `least` stay alone. Among equals those that
 * stand at the same place come first.
 */
export function pairUp<Item>(
  before: readonly Item[],
  after: readonly Item[],
  likeness: (before: Item, after: Item) => number,
  least: number,
): Pairs {
  const scored: { i: number; j: number; score: number }[] = []
  before.forEach((one, i) =>
    after.forEach((other, j) => {
      const score = likeness(one, other)
      if (score >= least) scored.push({ i, j, score })
    }),
  )
  const apart = ({ i, j }: { i: number; j: number }) => Math.abs(i - j)
  scored.sort((a, b) => b.score - a.score || apart(a) - apart(b) || a.i + a.j - b.i - b.j)
  const [usedBefore, usedAfter] = [new Set<number>(), new Set<number>()]
  const pairs: [number, number][] = []
  for (const { i, j } of scored) {
    if (usedBefore.has(i) || usedAfter.has(j)) continue
    usedBefore.add(i)
    usedAfter.add(j)
    pairs.push([i, j])
  }
  return {
    pairs: pairs.sort((a, b) => a[1] - b[1]),
    before: [...before.keys()].filter((i) => !usedBefore.has(i)),
    after: [...after.keys()].filter((j) => !usedAfter.has(j)),
  }
}

/** How alike two lists of words are, whatever their order: twice what is in both by what there is (Dice 1945). */
export function dice(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 1
  const left = new Map<string, number>()
  for (const word of b) left.set(word, (left.get(word) ?? 0) + 1)
  let both = 0
  for (const word of a) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    both++
    left.set(word, count - 1)
  }
  return (2 * both) / (a.length + b.length)
}
