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
