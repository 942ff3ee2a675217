import { contentSize, depths, enclosing, neighbours, within } from '../derive/index.js'
import { wordAt, type Tokens } from '../text/index.js'
import type { Draft, NestedDraft } from './types.js'

/** Words within which a parent is looked for: more than a window of the model holds. */
const REACH = 400
/** Statements stand in one another no deeper: what runs on without a full stop is cut into such pieces. */
const DEEPEST = 50

/**
 * The parent of each draft: the smallest content its cue stands in; else, when two statements of one sentence have the
 * same content, the one that relays ("CNN, citing an official, reported": CNN relays, the official speaks).
 */
export function nestStatements(tokens: Tokens, drafts: readonly Draft[]): NestedDraft[] {
  const parents = drafts.map(
    (draft, i) => enclosing(drafts, i, REACH) ?? relaying(tokens, drafts, i),
  )
  const depth = depths(parents)
  return drafts.map((draft, i) => {
    const deep = depth[i] ?? 0
    const parent = Number.isFinite(deep) && deep % DEEPEST > 0 ? (parents[i] ?? null) : null
    return { ...draft, parent, ...(deep === DEEPEST && { deep: true }) }
  })
}

/** Which other statement of the sentence relays this one, when neither stands in the other's content. */
function relaying(tokens: Tokens, drafts: readonly Draft[], i: number): number | null {
  const child = drafts[i] as Draft
  const at = tokens.sentenceOf[child.cue[0]]
  let best: number | null = null
  for (const k of neighbours(drafts, i, REACH)) {
    const draft = drafts[k] as Draft
    if (tokens.sentenceOf[draft.cue[0]] !== at || !relays(tokens, draft, child)) continue
    if (best === null || gap(draft, child) < gap(drafts[best] as Draft, child)) best = k
  }
  return best
}

const gap = (a: Draft, b: Draft) => Math.abs(a.cue[0] - b.cue[0])
const CITES = /^(?:cit|quot)(?:ing|es?|ed)$/iu

function relays(tokens: Tokens, draft: Draft, child: Draft): boolean {
  if (!draft.source || !child.source || draft.source[0] === child.source[0]) return false
  if (child.content.some((range) => within(draft.cue, range))) return false
  const cites = ({ cue: [first], source }: Draft) =>
    CITES.test(wordAt(tokens, first)) && source !== null && source[0] > first
  // "CNN, citing an official, reported": what is cited speaks, whoever cites relays.
  if (cites(child) && !cites(draft))
    return (
      draft.source[0] < child.cue[0] && (sameContent(draft, child) || child.content.length === 0)
    )
  if (!sameContent(draft, child) || cites(draft)) return false
  // "the Times quoted police as saying …": the speaker stands between the two cues, what is said after them.
  const after = child.content.every(([first]) => first >= child.cue[0])
  if (after && draft.cue[1] <= child.source[0] && child.source[1] <= child.cue[0]) return true
  // "According to Resolution 12, …, Ruiz added": Ruiz relays; "…, Ruiz said, according to the records": they do.
  const before = draft.cue[0] < child.cue[0]
  const passesOn = (one: Draft) =>
    one.kind === 'document' || (one.kind !== 'outlet' && isAccordingTo(tokens, one))
  if (passesOn(child) && !isMedium(draft) && !passesOn(draft)) return !before
  if (passesOn(draft) && !isMedium(child) && !passesOn(child)) return !before && isMedium(draft)
  // "…, Ruiz said, the paper reports": the medium relays.
  return isMedium(draft) && !isMedium(child)
}

const isAccordingTo = (tokens: Tokens, { cue: [first] }: Draft) =>
  /^according$/iu.test(wordAt(tokens, first))

const isMedium = ({ kind }: Draft) => kind === 'outlet' || kind === 'document'

function sameContent(a: Draft, b: Draft): boolean {
  let shared = 0
  for (const [x, y] of a.content)
    for (const [p, q] of b.content) shared += Math.max(0, Math.min(y, q) - Math.max(x, p))
  const all = contentSize(a) + contentSize(b) - shared
  return all > 0 && shared / all >= 0.7
}
