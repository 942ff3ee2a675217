import type { WordRange } from './tokens.js'

/** The items whose range lies in `[first, end)`, out of items sorted by where their range begins; found by bisection. */
export function within<Item>(
  items: readonly Item[],
  rangeOf: (item: Item) => WordRange,
  [first, end]: WordRange,
): Item[] {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (rangeOf(items[middle] as Item)[0] < first) low = middle + 1
    else high = middle
  }
  const found: Item[] = []
  for (; low < items.length && rangeOf(items[low] as Item)[0] < end; low++)
    if (rangeOf(items[low] as Item)[1] <= end) found.push(items[low] as Item)
  return found
}

/** Words to a block of the index. */
const BLOCK = 64

/**
 * Answers which of `items` have a word in common with a range, in the order they were given: each is listed with every
 * block of words that its range touches. Ranges may count characters as well.
 */
export function rangeIndex<Item>(
  items: readonly Item[],
  rangeOf: (item: Item) => WordRange,
): (range: WordRange) => Item[] {
  const blocks = new Map<number, number[]>()
  const blocksOf = ([first, end]: WordRange): [number, number] => [
    Math.floor(first / BLOCK),
    Math.floor((end - 1) / BLOCK),
  ]
  items.forEach((item, i) => {
    const [from, to] = blocksOf(rangeOf(item))
    for (let block = from; block <= to; block++) {
      const list = blocks.get(block)
      if (list) list.push(i)
      else blocks.set(block, [i])
    }
  })
  return (range) => {
    const places = new Set<number>()
    const [from, to] = blocksOf(range)
    for (let block = from; block <= to; block++)
      for (const i of blocks.get(block) ?? [])
        if (meets(rangeOf(items[i] as Item), range)) places.add(i)
    return [...places].sort((a, b) => a - b).map((i) => items[i] as Item)
  }
}

/** Have the ranges a word in common? */
export const meets = ([a, b]: WordRange, [first, end]: WordRange) => a < end && first < b

/** Every place of `[first, end)`. */
export const indices = ([first, end]: WordRange): number[] =>
  Array.from({ length: Math.max(0, end - first) }, (_, i) => first + i)

/** Ranges in order, those that touch as one. */
export function joinRanges(ranges: readonly WordRange[]): WordRange[] {
  const joined: WordRange[] = []
  for (const range of ranges) {
    const last = joined.at(-1)
    if (last && range[0] <= last[1])
      joined[joined.length - 1] = [last[0], Math.max(last[1], range[1])]
    else joined.push(range)
  }
  return joined
}
