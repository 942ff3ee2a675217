import type { Span, Statement } from '../record/index.js'
import type { Change, ChangeKind, Edit } from './change.js'
import { folded } from './folded-words.js'
import { hunks } from './hunks.js'
import { numberChanges } from './number-changes.js'
import { namesOf, sameSource } from './same-source.js'
import { sentencesOf, sideOf, wordsIn, type Version } from './version.js'

/** What became of one statement from one version to the other. */
export function statementChanges(
  before: Version,
  after: Version,
  one: Statement,
  other: Statement,
): Change[] {
  const change = (kind: ChangeKind, was: readonly Span[], is: readonly Span[]): Change => {
    return { kind, before: sideOf(before, was, one), after: sideOf(after, is, other), edits: [] }
  }
  const [was, is] = [sentencesOf(before, one), sentencesOf(after, other)]
  // The same words read in another way are no edit.
  if (foldOf(before, was) === foldOf(after, is) && marksOf(before, was) === marksOf(after, is))
    return []
  const source = sourceChange()
  const cue = cueChange()
  const content = contentChanges()
  return [
    ...(source
      ? [
          change(
            source,
            one.source ? [one.source] : one.content,
            other.source ? [other.source] : other.content,
          ),
        ]
      : []),
    ...(cue ? [change(cue, cueSpan(one), cueSpan(other))] : []),
    ...content,
  ]

  function sourceChange(): ChangeKind | null {
    if (one.source === null && other.source === null) return null
    if (one.source === null) return 'source-named'
    if (other.source === null) return 'source-dropped'
    return sameSource(namesOf(before.ledger, one), namesOf(after.ledger, other))
      ? null
      : 'source-swapped'
  }

  function cueChange(): ChangeKind | null {
    if (one.cue.negated !== other.cue.negated) return 'negation'
    if (folded(one.cue.text ?? '') === folded(other.cue.text ?? '')) return null
    return one.cue.act === other.cue.act ? 'cue' : 'act'
  }

  function contentChanges(): Change[] {
    const edits = hunks(wordsIn(before, one.content), wordsIn(after, other.content)).filter(isEdit)
    const numbers = numberChanges(before, after, edits, [one, other])
    const quotation: Change[] =
      one.quotation === other.quotation ? [] : [change('quotation', one.content, other.content)]
    const rest = edits.length > numbers.length
    const reworded = { ...change('statement-reworded', one.content, other.content), edits }
    return [...numbers, ...quotation, ...(rest ? [reworded] : [])]
  }

  /** Words that stand in the sentence still, and only count as said no more or now, were not edited. */
  function isEdit(edit: Edit): boolean {
    const [gone, come] = [foldOf(before, [edit.before]), foldOf(after, [edit.after])]
    if (gone && come) return true
    return gone ? !foldOf(after, is).includes(gone) : !foldOf(before, was).includes(come)
  }
}

const foldOf = (version: Version, spans: readonly Span[]) =>
  wordsIn(version, spans)
    .map(({ fold }) => ` ${fold} `)
    .join('')

/** How many quotation marks there are. */
const marksOf = (version: Version, spans: readonly Span[]) =>
  sideOf(version, spans).text.match(/["“”„«»]/gu)?.length ?? 0

const cueSpan = ({ cue, source, content }: Statement): Span[] => {
  if (cue.start !== null && cue.end !== null) return [{ start: cue.start, end: cue.end }]
  return content.length > 0 ? content : source ? [source] : []
}
