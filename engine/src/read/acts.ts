import type { Act } from '../record/index.js'
import type { Lexicon } from '../lexicon/index.js'
import { spanOf, textOf, wordAt, type Tokens } from '../text/index.js'
import type { Draft } from './types.js'

/**
 * Acts by the rows of `cues.json` where a row is sure, else as the model said; and whether the cue is negated. A cue whose
 * verb takes the next word is looked up with it: "called|on Mr Holm to resign". Silence is an act of its own, so that a
 * decline is never negated.
 */
export function nameActs<D extends Draft>(
  tokens: Tokens,
  drafts: readonly D[],
  lexicon: Lexicon,
): D[] {
  return drafts.map((draft) => {
    const { start, end } = spanOf(tokens, draft.cue)
    const cue = tokens.text.slice(start, end)
    const led = `${cue} ${wordAt(tokens, draft.cue[1])}`
    const [range] = draft.content
    const content = range && textOf(tokens, range)
    const named =
      lexicon.actOf(led, draft.act, content) ?? lexicon.actOf(cue, draft.act, content) ?? draft.act
    const act = actOfSource(tokens, { ...draft, act: named }, lexicon)
    return { ...draft, act, negated: act !== 'decline' && lexicon.isNegated(cue) }
  })
}

/** What a person asserts, a study shows and an outlet reports (annotation guide). */
function actOfSource(tokens: Tokens, { act, kind, source }: Draft, lexicon: Lexicon): Act {
  if ((act !== 'assert' && act !== 'report') || !source) return act
  const { start, end } = spanOf(tokens, source)
  if (lexicon.isExhibit(tokens.text.slice(start, end))) return 'show'
  return kind === 'outlet' ? 'report' : act
}
