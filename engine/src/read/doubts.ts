import type { Article, Note } from '../record/index.js'
import { QUOTE, spanOf, wordAt, type Tokens } from '../text/index.js'
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
  for (const note of unclosedQuotations(tokens)) notes.push(note)
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

/** An opening mark that its line never closes, unless the next paragraph opens again, as quotations over paragraphs do. */
function unclosedQuotations(tokens: Tokens): Note[] {
  const notes: Note[] = []
  let opened = -1
  for (let k = 0; k <= tokens.words.length; k++) {
    const breaks = k === tokens.words.length || (k > 0 && tokens.lines[k] !== 0)
    if (breaks && opened >= 0) {
      const goesOn = k < tokens.words.length && tokens.quotes[k] === QUOTE.opening
      if (!goesOn) {
        const span = spanOf(tokens, [opened, opened + 1])
        notes.push({
          code: 'quotation-unclosed',
          message: `The quotation mark ${wordAt(tokens, opened)} is never closed in its paragraph; what it opens is told as far as the reader could follow it.`,
          ...span,
        })
      }
      opened = -1
    }
    if (tokens.quotes[k] === QUOTE.opening) opened = k
    else if (tokens.quotes[k] === QUOTE.closing) opened = -1
  }
  return notes
}
