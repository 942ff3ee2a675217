import { wordAt, type Tokens } from '../text/index.js'
import type { Mention } from './mention.js'

/**
 * Who speaks in the phrase of a source: its members where the phrase itself is joined by "and" ("Ana Ruiz and the mayor
 * said"), else the phrase. `inside`: the mentions within it, in text order, longer ones first.
 */
export function speakersIn(tokens: Tokens, source: Mention, inside: readonly Mention[]): Mention[] {
  const members: Mention[] = []
  let at = source.range[0]
  for (const mention of inside) {
    const [first, end] = mention.range
    if (first < at || mention === source) continue
    const between = members.length
      ? wordsFrom(tokens, at, first)
      : wordsFrom(tokens, source.range[0], first)
    if (members.length ? !JOINTS.has(between) : !OPENINGS.has(between)) return [source]
    members.push(mention)
    at = end
  }
  return members.length > 1 && at === source.range[1] ? members : [source]
}

const JOINTS = new Set([',', 'and', 'or', ', and', ', or', 'nor', 'as well as', '&'])
const OPENINGS = new Set(['', 'both', 'either', 'neither'])

function wordsFrom(tokens: Tokens, first: number, end: number): string {
  return Array.from({ length: end - first }, (_, k) =>
    wordAt(tokens, first + k).toLowerCase(),
  ).join(' ')
}
