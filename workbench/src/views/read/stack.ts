/** A card of the margin: where its words stand, and how tall it is, in the same unit. */
export interface Card {
  want: number
  height: number
}

interface Run {
  /** Sum of weights, and of weighted wishes. */
  weight: number
  wish: number
  first: number
}

const PINNED = 1e6

/**
 * Tops of the cards, one under the other in their order with at least `gap` between them, none above 0, and together as
 * near to their words as can be (least squares). The card `pinned` stays where it wants to be, the others make room.
 * Pool adjacent violators, Ayer et al. 1955: cards in each other's way move as one.
 */
export function stack(cards: readonly Card[], gap: number, pinned = -1): number[] {
  const above: number[] = []
  let filled = 0
  for (const { height } of cards) {
    above.push(filled)
    filled += height + gap
  }
  const runs: Run[] = []
  cards.forEach(({ want }, i) => {
    const weight = i === pinned ? PINNED : 1
    let run: Run = { weight, wish: weight * (want - (above[i] ?? 0)), first: i }
    for (let before = runs.at(-1); before && place(before) > place(run); before = runs.at(-1)) {
      runs.pop()
      run = {
        weight: before.weight + run.weight,
        wish: before.wish + run.wish,
        first: before.first,
      }
    }
    runs.push(run)
  })
  return runs.flatMap((run, r) => {
    const next = runs[r + 1]?.first ?? cards.length
    const base = Math.max(0, place(run))
    return above.slice(run.first, next).map((offset) => base + offset)
  })
}

function place({ wish, weight }: Run): number {
  return wish / weight
}
