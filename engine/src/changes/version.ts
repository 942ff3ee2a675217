import { speakerName } from '../export/index.js'
import { contains, type Ledger, type Sentence, type Span, type Statement } from '../record/index.js'
import type { ChangeSide } from './change.js'
import { foldedWords, type FoldedWord } from './folded-words.js'

/** One version of an article, made ready to be compared. */
export interface Version {
  ledger: Ledger
  words: readonly FoldedWord[]
}

export const versionOf = (ledger: Ledger): Version => ({
  ledger,
  words: foldedWords(ledger.article.text),
})

/** The words within one of `spans`, in order. */
export function wordsIn({ words }: Version, spans: readonly Span[]): FoldedWord[] {
  return words.filter((word) => spans.some((span) => contains(span, word)))
}

/** A side of a change: `spans` of the text, which belong to `statement` where one is given. */
export function sideOf(
  { ledger }: Version,
  spans: readonly Span[],
  statement: Statement | null = null,
): ChangeSide {
  const { text } = ledger.article
  const start = Math.min(...spans.map((span) => span.start))
  const end = Math.max(...spans.map((span) => span.end))
  return {
    text: spans.map((span) => text.slice(span.start, span.end)).join(' … '),
    span: spans.length > 0 ? { start, end } : null,
    statement: statement?.id ?? null,
    who: statement && speakerName(ledger, statement),
  }
}

/** Where a statement stands: what was said; for a bare refusal its cue; else whoever is named. */
export function spansOf({ content, cue, source }: Statement): Span[] {
  if (content.length > 0) return content
  if (cue.start !== null && cue.end !== null) return [{ start: cue.start, end: cue.end }]
  return source ? [source] : []
}

/** The sentences in which a statement stands with its source and cue. */
export function sentencesOf({ ledger }: Version, { source, cue, content }: Statement): Sentence[] {
  const at = [source?.start, cue.start, ...content.map(({ start }) => start)]
  return ledger.sentences.filter(({ start, end }) =>
    at.some((i) => i != null && start <= i && i < end),
  )
}
