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
  let joined = false
  for (const member of inside) {
    if (member[0] < at || (member[0] === first && member[1] === end)) continue
    const between = wordsFrom(tokens, at, member[0])
    if (!(members.length ? JOINT : OPENING).test(between)) return []
    joined ||= members.length > 0 && JOINING.test(between)
    members.push(member)
    at = member[1]
  }
  const whole = at === end || AGE.test(wordsFrom(tokens, at, end))
  return joined && whole ? members : []
}

/** An age may follow each: "Ana Ruiz, 52, and Piet Lomax, 38". */
const JOINT = /^(?=.)(?:, \d{1,3}(?= |$))? ?,? ?(?:and|or|nor|&|as well as)?$/u
const JOINING = /[a-z&]/u
const AGE = /^, \d{1,3}(?: ,)?$/u
const OPENING = /^(?:both|either|neither)?$/u

function wordsFrom(tokens: Tokens, first: number, end: number): string {
  const words = Array.from({ length: end - first }, (_, k) => wordAt(tokens, first + k))
  return words.join(' ').toLowerCase()
}
