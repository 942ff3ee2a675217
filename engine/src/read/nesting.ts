import { wordAt, type Tokens, type WordRange } from '../text/index.js'
import type { Draft, NestedDraft } from './types.js'

const within = ([a, b]: WordRange, [first, end]: WordRange) => first <= a && b <= end
const size = (draft: Draft) => draft.content.reduce((sum, [a, b]) => sum + b - a, 0)

/**
 * The parent of each draft: the smallest content its cue stands in; else, when two statements of one sentence have the
 * same content, the one that relays ("CNN, citing an official, reported": CNN relays, the official speaks).
 */
export function nestStatements(tokens: Tokens, drafts: readonly Draft[]): NestedDraft[] {
  const parents = drafts.map((draft, i) => enclosing(drafts, i) ?? relaying(tokens, drafts, i))
  return drafts.map((draft, i) => ({ ...draft, parent: acyclic(parents, i) ? (parents[i] ?? null) : null }))
}

function enclosing(drafts: readonly Draft[], i: number): number | null {
  const child = drafts[i] as Draft
  let best: number | null = null
  drafts.forEach((draft, k) => {
    if (k === i || !draft.content.some((range) => within(child.cue, range))) return
    if (best === null || size(draft) < size(drafts[best] as Draft)) best = k
  })
  return best
}

function relaying(tokens: Tokens, drafts: readonly Draft[], i: number): number | null {
  const child = drafts[i] as Draft
  const at = tokens.sentenceOf[child.cue[0]]
  const found = drafts.findIndex((draft, k) => {
    if (k === i || tokens.sentenceOf[draft.cue[0]] !== at || !sameContent(draft, child)) return false
    const cites = /^(?:cit|quot)/i
    if (cites.test(wordAt(tokens, child.cue[0])) && child.source && child.source[0] >= child.cue[1]) return !cites.test(wordAt(tokens, draft.cue[0]))
    // "the Times quoted police as saying": the speaker stands between the two cues.
    return child.source !== null && draft.cue[1] === child.source[0] && child.source[1] <= child.cue[0]
  })
  return found < 0 ? null : found
}

function sameContent(a: Draft, b: Draft): boolean {
  let shared = 0
  for (const [x, y] of a.content) for (const [p, q] of b.content) shared += Math.max(0, Math.min(y, q) - Math.max(x, p))
  const all = size(a) + size(b) - shared
  return all > 0 && shared / all >= 0.7
}

function acyclic(parents: readonly (number | null)[], start: number): boolean {
  const seen = new Set<number>()
  for (let i: number | null | undefined = start; i != null; i = parents[i]) {
    if (seen.has(i)) return false
    seen.add(i)
  }
  return true
}
