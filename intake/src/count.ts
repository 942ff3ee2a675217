/** How often `pattern`, which must be global, matches in `text`; keeps no list, so that size costs no memory. */
export function countMatches(text: string, pattern: RegExp): number {
  let count = 0
  pattern.lastIndex = 0
  while (pattern.test(text)) count++
  return count
}
