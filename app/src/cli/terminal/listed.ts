import { wrap } from './wrap.js'

/** A line may end with the dot between two items, not begin with it. */
const DOT = '\u00A0· '

/** Items in a row; a line never ends inside a short one. */
export function listed(items: readonly string[], width: number, between = DOT): string[] {
  const whole = items.map((item) => (item.length < width ? item.replaceAll(' ', '\u00A0') : item))
  return wrap(whole.join(between), width).map((line) => line.replaceAll('\u00A0', ' '))
}

/** Items in a row of at most `most` lines, and how many more there are. */
export function shortlisted(
  items: readonly string[],
  { width, most, between = DOT }: { width: number; most: number; between?: string },
): string[] {
  const all = listed(items, width, between)
  if (all.length <= most) return all
  let kept = [`${items.length} in all`]
  for (let count = 1; count < items.length; count++) {
    const lines = listed([...items.slice(0, count), `${items.length - count} more`], width, between)
    if (lines.length > most) break
    kept = lines
  }
  return kept
}

/** The beginning of an item that is longer than `width` columns. */
export function clipped(item: string, width: number): string {
  if (wrap(item, width).length <= 1) return item
  return `${wrap(item, width - 1)[0] ?? ''}…`
}
