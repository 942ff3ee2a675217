import type { ActorWords } from '../lexicon/index.js'
import { wordAt, type Tokens } from '../text/index.js'
import type { Mention } from './mention.js'
import { sameBody } from './names.js'

/** Mentions tied by how they stand: "Ana Ruiz, the mayor,", "the Office (OSA)", "Ruiz is the mayor". */
export function ties(
  tokens: Tokens,
  mentions: readonly Mention[],
  words: ActorWords,
): Map<Mention, Mention> {
  const word = (k: number) => wordAt(tokens, k).toLowerCase()
  const startingAt = new Map<number, Mention>()
  for (const mention of mentions)
    if (!startingAt.has(mention.range[0])) startingAt.set(mention.range[0], mention)
  const tied = new Map<Mention, Mention>()
  for (const a of mentions) {
    if (a.form === 'pronoun' && !a.subject) continue
    const end = a.form === 'name' ? Math.max(a.core[1], a.head + 1) : a.range[1]
    const aside = /^[,(]$/u.test(word(end)) ? end + 1 : end
    const renamed =
      a.form !== 'pronoun' ? words.renaming([0, 1, 2, 3, 4].map((i) => word(aside + i))) : 0
    const again = renamed ? startingAt.get(aside + renamed) : undefined
    if (again?.form === 'name' && again.sort === a.sort && !tied.has(again)) tied.set(again, a)
    // A source's phrase may hold what it is tied to: "the head of the office, Ana Ruiz".
    const commas = Array.from({ length: a.range[1] - a.head }, (_, i) => a.head + i).filter(
      (k) => word(k) === ',',
    )
    for (const at of new Set([end, a.range[1], a.head + 1, ...commas])) {
      const mark = word(at)
      const b = startingAt.get(at + 1)
      if (!b || tied.has(b) || b === a || b.form === 'pronoun' || a.sentence !== b.sentence)
        continue
      if (mark === '(' && b.form === 'name' && a.form === 'name' && sameBody(a.name, b.name))
        tied.set(b, a)
      else if (mark === ',' && a.form !== 'pronoun' && apposed(tokens, a, b, words)) tied.set(b, a)
      else if (
        words.isCopula(mark) &&
        a.sort === 'person' &&
        b.sort === 'person' &&
        b.form === 'noun' &&
        a.plural === b.plural
      )
        tied.set(b, a)
    }
  }
  return tied
}

function apposed(tokens: Tokens, a: Mention, b: Mention, words: ActorWords): boolean {
  if (
    a.plural !== b.plural ||
    a.sort === 'place' ||
    a.sort === 'thing' ||
    (a.sort === 'person') !== (b.sort === 'person')
  )
    return false
  const after = wordAt(tokens, b.range[1])
  const closed =
    /^[,.;:)—–-]?$/u.test(after) ||
    after === 'who' ||
    /^(?:said|says|told|has|was|is|had)$/u.test(after)
  const first = wordAt(tokens, b.range[0]).toLowerCase()
  const determined =
    words.isDefinite(first) ||
    first === 'a' ||
    first === 'an' ||
    !!words.pronoun(first) ||
    /^['’]s$/u.test(wordAt(tokens, b.range[0] + 1))
  if (a.form === 'name' && b.form === 'noun') return determined || closed
  if (a.form === 'noun' && b.form === 'name')
    return a.sort === 'person' && b.name.length > 1 && (closed || b.subject)
  return false
}
