import type { Act } from '../record/index.js'
import type { Lexicon } from '../lexicon/index.js'
import { spanOf, type Tokens } from '../text/index.js'
import type { Draft } from './types.js'

/** Acts by the rows of `cues.json` where a row is sure, else as the model said; and whether the cue is negated. */
export function nameActs(tokens: Tokens, drafts: readonly Draft[], lexicon: Lexicon): Draft[] {
  return drafts.map((draft) => {
    const { start, end } = spanOf(tokens, draft.cue)
    const cue = tokens.text.slice(start, end)
    const act = lexicon.actOf(cue) ?? actOfMedium(draft)
    return { ...draft, act, negated: lexicon.isNegated(cue) }
  })
}

/** What a person asserts, a document shows and an outlet reports (annotation guide). */
function actOfMedium({ act, kind }: Draft): Act {
  if (act !== 'assert' && act !== 'report') return act
  return kind === 'document' ? 'show' : kind === 'outlet' ? 'report' : act
}
