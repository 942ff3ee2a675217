import type { Act } from '../record/index.js'
import type { Lexicon } from '../lexicon/index.js'
import { spanOf, type Tokens } from '../text/index.js'
import type { Draft } from './types.js'

/**
 * Acts by the rows of `cues.json` where a row is sure, else as the model said; and whether the cue is negated. Silence is an
 * act of its own, so that a decline is never negated.
 */
export function nameActs(tokens: Tokens, drafts: readonly Draft[], lexicon: Lexicon): Draft[] {
  return drafts.map((draft) => {
    const { start, end } = spanOf(tokens, draft.cue)
    const cue = tokens.text.slice(start, end)
    const named = lexicon.actOf(cue, draft.act) ?? draft.act
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
