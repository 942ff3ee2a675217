import { wordAt, type Tokens, type WordRange } from '../text/index.js'

/**
 * The members of a phrase that itself is joined by "and" ("Ana Ruiz and the mayor said"); none where an "and" stands within a
 * name, an apposition or what follows. `inside`: the phrases within it, in text order, longer ones first.
 */
export function membersOf(
  tokens: Tokens,
  [first, end]: WordRange,
  inside: readonly WordRange[],
): WordRange[] {
  const members: WordRange[] = []
  let at = first
  for (const member of inside) {
    if (member[0] < at || (member[0] === first && member[1] === end)) continue
    const between = wordsFrom(tokens, at, member[0])
    if (members.length ? !JOINTS.has(between) : !OPENINGS.has(between)) return []
    members.push(member)
    at = member[1]
  }
  return members.length > 1 && at === end ? members : []
}

const JOINTS = new Set([',', 'and', 'or', ', and', ', or', 'nor', 'as well as', '&'])
const OPENINGS = new Set(['', 'both', 'either', 'neither'])

function wordsFrom(tokens: Tokens, first: number, end: number): string {
  const words = Array.from({ length: end - first }, (_, k) => wordAt(tokens, first + k))
  return words.join(' ').toLowerCase()
}
