import type { Part } from '../model/index.js'
import {
  indices,
  LONGEST_NAME,
  within,
  wordAt,
  type Tokens,
  type WordRange,
} from '../text/index.js'
import type { Tagged } from './mention.js'

/**
 * The phrases that a source's words coordinate: "the navy and two ministers" is two. Only the head of the source counts:
 * an "and" in an apposition ("Ana Ruiz, mayor and poet,"), a relative clause, what hangs on a preposition ("of Homelessness
 * and Supportive Housing") or a name is nobody else. Where the words leave that open, it is one.
 */
export function conjuncts(tokens: Tokens, range: WordRange, all: Tagged): WordRange[] {
  const [first, last] = range
  if (last - first > LONGEST_NAME) return [range]
  const tags = { ...all, entities: within(all.entities, (entity) => entity.range, range) }
  const end = headEnd(tokens, range, tags)
  for (const and of indices([first + 1, end - 1]).filter((k) => isJoint(tokens, k, first, tags))) {
    const right = bare(tokens, [and + 1, end])
    const left = partsBefore(tokens, [first, and], right, tags)
    if (left.length === 0) continue
    return [...left, ...conjuncts(tokens, right, tags)]
  }
  return [range]
}

const RELATIVE = /^(?:who|whose|whom|which|where|when|as|including|[(—–:])$/iu
/** "both A and B", "neither A nor B". */
const LEADING = /^(?:both|neither|either)$/iu
const NOMINAL = new Set<Part>(['NOUN', 'NAME', 'PRON'])

/** Where a relative clause or an aside begins, or the end. */
function headEnd(tokens: Tokens, [first, end]: WordRange, { parts }: Tagged): number {
  const stop = indices([first + 1, end]).find(
    (k) => parts[k] === 'WH' || RELATIVE.test(wordAt(tokens, k)),
  )
  return stop ?? end
}

/** An "and" that stands in no name and in no quotation marks of its own. */
const isJoint = (tokens: Tokens, k: number, first: number, { entities }: Tagged) =>
  /^(?:and|or|nor)$/iu.test(wordAt(tokens, k)) &&
  tokens.quotes[k] === tokens.quotes[first] &&
  !entities.some(({ range: [a, b] }) => a < k && k < b - 1)

/** What is coordinated before an "and", list and all; empty when the "and" joins something else. */
function partsBefore(
  tokens: Tokens,
  [first, and]: WordRange,
  right: WordRange,
  tags: Tagged,
): WordRange[] {
  const commas = indices([first + 1, and]).filter((k) => wordAt(tokens, k) === ',')
  const listed = [first - 1, ...commas.filter((k) => k !== and - 1)].map((k, i, all): WordRange =>
    bare(tokens, [k + 1, all[i + 1] ?? and]),
  )
  const sorts = new Set([...listed, right].map(([k]) => beginning(tokens, k, tags)))
  // "the navy, the army and two ministers" is a list; "Ana Ruiz, the mayor, and Piet Lomax" an apposition that is closed.
  const list = sorts.size === 1 && !sorts.has(null)
  const left = listed.length === 1 || list ? listed : [bare(tokens, [first, and])]
  const closed = wordAt(tokens, and - 1) === ','
  if (left.length < listed.length && !(closed && beginsAnew(left, right))) return []
  return left.every((part) => standsAlone(part) && !runsOn(part)) ? left : []

  function beginsAnew([part]: WordRange[], next: WordRange): boolean {
    const person = [part, next].every((each) => each && beginning(tokens, each[0], tags) === 'name')
    return person && isPerson(next[0], tags)
  }
  /** "Senior military and …", "Three current and …" go on after it. */
  function standsAlone([, end]: WordRange): boolean {
    return (
      NOMINAL.has(tags.parts[end - 1] as Part) ||
      isPerson(end - 1, tags) ||
      tags.parts[end - 1] === 'NUM'
    )
  }
  /** "head of police and prisons", "mayor and poet Ana Ruiz": what the "and" joins is less than the whole. */
  function runsOn(part: WordRange): boolean {
    const [from, to] = [beginning(tokens, part[0], tags), beginning(tokens, right[0], tags)]
    if (indices(part).some((k) => tags.parts[k] === 'PREP'))
      return from === null || to === null || (to === 'name' && !isPerson(right[0], tags))
    const nameless = indices(part).every((k) => tags.parts[k] !== 'NAME' && !isPerson(k, tags))
    return nameless && to === null && indices(right).some((k) => isPerson(k, tags))
  }
}

const isPerson = (k: number, { entities }: Tagged) =>
  entities.some(({ kind, range: [a, b] }) => kind === 'PER' && a <= k && k < b)

/** How a phrase says that it is a new one: by a determiner or a number, or by a name. */
function beginning(tokens: Tokens, k: number, tags: Tagged): 'determiner' | 'name' | null {
  const part = tags.parts[k]
  if (isPerson(k, tags) || part === 'NAME') return 'name'
  const determined = part === 'DET' || part === 'NUM' || part === 'PRON'
  return determined || /^(?:his|her|its|their|some|many|several)$/iu.test(wordAt(tokens, k))
    ? 'determiner'
    : null
}

/** Without "both" or "neither" before it and a comma after it. */
function bare(tokens: Tokens, [first, end]: WordRange): WordRange {
  if (end - first > 1 && LEADING.test(wordAt(tokens, first))) first++
  while (end - first > 1 && wordAt(tokens, end - 1) === ',') end--
  return [first, end]
}
