import { indices, wordAt, type Tokens, type WordRange } from '../text/index.js'
import type { Standing } from './nesting.js'

/**
 * The words of cues by which the article itself tells who speaks: those that stand in nobody else's content, and those that
 * stand alone with their source at the end of a clause: "…, it said."
 */
export function speakingCues(
  tokens: Tokens,
  drafts: readonly (Standing & { readonly source: WordRange | null })[],
): Set<number> {
  const owners = new Map<number, number>()
  drafts.forEach(({ content }, i) => {
    for (const word of content.flatMap(indices))
      owners.set(word, (owners.get(word) ?? i) === i ? i : SEVERAL)
  })
  const stands = drafts.filter((draft, i) => {
    const isOuter = (owners.get(draft.cue[0]) ?? i) === i
    return isOuter || standsAlone(tokens, draft.cue, draft.source)
  })
  return new Set(stands.flatMap(({ cue }) => indices(cue)))
}

const SEVERAL = -1

function standsAlone(tokens: Tokens, cue: WordRange, source: WordRange | null): boolean {
  if (!source || (source[1] !== cue[0] && cue[1] !== source[0])) return false
  const before = wordAt(tokens, Math.min(cue[0], source[0]) - 1)
  return before === ',' && /^[.,]$/u.test(wordAt(tokens, Math.max(cue[1], source[1])))
}
