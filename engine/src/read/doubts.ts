import type { Article, Note } from '../record/index.js'
import { speakingCues } from '../derive/index.js'
import { spanOf, unclosedMarks, wordAt, type Tokens } from '../text/index.js'
import type { Draft, NestedDraft } from './types.js'

/** What the reader is not sure of, said openly. */
export function noteDoubts(
  article: Article,
  tokens: Tokens,
  drafts: readonly (Draft & Pick<NestedDraft, 'deep'>)[],
): Note[] {
  const notes: Note[] = []
  if (!article.published) {
    notes.push({
      code: 'date-unknown',
      message: 'The article has no publication date; pass one with --published YYYY-MM-DD.',
    })
  }
  if (isShouted(tokens.text)) {
    notes.push({
      code: 'all-capitals',
      message: 'The text is in capitals, where names are hard to tell from other words.',
    })
  }
  for (const note of unclosedQuotations(tokens, drafts)) notes.push(note)
  const deep = drafts.find((draft) => draft.deep)
  if (deep) {
    notes.push({
      code: 'nesting-deep',
      message:
        'Statements stand too deep in one another here; from here on they stand by themselves.',
      ...spanOf(tokens, deep.cue),
    })
  }
  for (const draft of drafts) {
    if (draft.act === 'deny' && draft.negated) {
      notes.push({
        code: 'negated-denial',
        message: 'A denial is itself denied here; it is not a confirmation.',
        ...spanOf(tokens, draft.cue),
      })
    }
  }
  return notes
}

/** Most letters of a text of some length are capitals. */
function isShouted(text: string): boolean {
  const [letters, capitals] = [/\p{L}/gu, /\p{Lu}/gu].map((kind) => text.match(kind)?.length ?? 0)
  return (letters as number) >= 40 && (capitals as number) > 0.7 * (letters as number)
}

/** Opening marks that nothing closes; see `carryQuotations`. */
function unclosedQuotations(tokens: Tokens, drafts: readonly Draft[]): Note[] {
  const cues = speakingCues(tokens, drafts)
  return unclosedMarks(tokens, (word) => cues.has(word)).map((mark) => ({
    code: 'quotation-unclosed',
    message: `The quotation mark ${wordAt(tokens, mark)} is never closed in its paragraph; what it opens is told to the end of its sentence at most.`,
    ...spanOf(tokens, [mark, mark + 1]),
  }))
}
