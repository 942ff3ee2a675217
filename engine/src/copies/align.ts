import type { Story } from './story.js'
import type { StoryWord } from './story-words.js'

/** Two stretches that run along each other: half-open ranges of words, and which words of them agree. */
export interface Run {
  a: [first: number, end: number]
  b: [first: number, end: number]
  /** Pairs of indices of equal words, ascending. */
  pairs: [a: number, b: number][]
}

/** Pairs of words found at more places than this are grammar, and start no run. */
const COMMON = 8
/** How many words may differ between two agreeing ones of a run, and how much longer one side may be there. */
const GAP = 9
const DRIFT = 5
/** Shorter runs are chance or a phrase that everybody uses. */
const SHORTEST = 6
const DENSITY = 0.5

/**
 * The stretches that two texts share, wherever they stand: every pair of successive words found in both is a seed, and
 * seeds close to each other on nearly the same diagonal make a run (as FASTA does; Pearson & Lipman 1988).
 */
export function alignedRuns(one: Story, other: Story): Run[] {
  const [a, b] = [one.words, other.words]
  return chain(seeds(one, other))
    .map((run) => filled(run, a, b))
    .filter(({ a: [from, to], b: [start, end], pairs }) => {
      const length = Math.max(to - from, end - start)
      return length >= SHORTEST && pairs.length >= DENSITY * length
    })
}

function seeds(one: Story, other: Story): [number, number][] {
  const found: [number, number][] = []
  const places = other.places()
  one.pairs.forEach((pair, i) => {
    const list = places.get(pair)
    if (list && list.length <= COMMON) for (const j of list) found.push([i, j])
  })
  return found
}

/** Each seed joins the run it continues best, or begins one. */
function chain(found: readonly [number, number][]): [number, number][][] {
  const runs: [number, number][][] = []
  let open: [number, number][][] = []
  for (const [i, j] of found) {
    open = open.filter((run) => i - (run.at(-1)?.[0] ?? 0) <= GAP)
    let best: [number, number][] | undefined
    let least = Infinity
    for (const run of open) {
      const [li, lj] = run.at(-1) as [number, number]
      const drift = Math.abs(i - li - (j - lj))
      const cost = drift * GAP + (j - lj)
      if (li < i && lj < j && j - lj <= GAP && drift <= DRIFT && cost < least)
        [best, least] = [run, cost]
    }
    if (best) best.push([i, j])
    else {
      const run: [number, number][] = [[i, j]]
      open.push(run)
      runs.push(run)
    }
  }
  return runs
}

/** A chain of seeds as a run: single words that agree between two seeds count too. */
function filled(chain: [number, number][], a: readonly StoryWord[], b: readonly StoryWord[]): Run {
  const pairs: [number, number][] = []
  let [i, j] = chain[0] as [number, number]
  const first: [number, number] = [i, j]
  for (const [seedA, seedB] of chain) {
    for (; i < seedA; i++)
      for (let k = j; k < seedB; k++)
        if (a[i]?.fold === b[k]?.fold) {
          pairs.push([i, k])
          j = k + 1
          break
        }
    for (const [x, y] of [
      [seedA, seedB],
      [seedA + 1, seedB + 1],
    ] as const)
      if (x >= i && y >= j) {
        pairs.push([x, y])
        ;[i, j] = [x + 1, y + 1]
      }
  }
  return { a: [first[0], i], b: [first[1], j], pairs }
}
