import type { Ledger, Sentence, Statement } from '../record/index.js'
import { articleChanges } from './article-changes.js'
import { goneStatement, newStatement } from './attribution-changes.js'
import type { Change, Changes } from './change.js'
import { pairStatements } from './pair-statements.js'
import { sentenceChanges } from './sentence-changes.js'
import { statementChanges } from './statement-changes.js'
import { sentencesOf, versionOf, wordsIn, type Version } from './version.js'

/**
 * What was silently edited between two versions of an article: statements that were added, removed, reworded, that lost or
 * changed their source, act, figures or doubt, and whatever else differs in the text. Both should be read by the same reader.
 */
export function compareVersions(before: Ledger, after: Ledger): Changes {
  const [was, is] = [versionOf(before), versionOf(after)]
  const { pairs, ...alone } = pairStatements(was, is)
  const gone = unread(
    was,
    is,
    alone.before.flatMap((i) => before.statements[i] ?? []),
  )
  const come = unread(
    is,
    was,
    alone.after.flatMap((j) => after.statements[j] ?? []),
  )
  const changed = pairs
    .map(([i, j]) => [before.statements[i], after.statements[j]] as const)
    .map(([one, other]) => (one && other ? statementChanges(was, is, one, other) : []))
    .filter((changes) => changes.length > 0)
  const told = once([
    ...articleChanges(was, is),
    ...changed.flat(),
    ...gone.map((one) => goneStatement(was, is, one)),
    ...come.map((one) => newStatement(was, is, one)),
  ])
  const changes = [...told, ...sentenceChanges(was, is, told)]
  const place = (change: Change) => change.after?.span?.start ?? standsAt(change, before, after)
  const order = new Map(changes.map((change) => [change, place(change)]))
  return {
    statements: {
      stayed: pairs.length - changed.length,
      changed: changed.length,
      added: come.length,
      removed: gone.length,
    },
    changes: changes.toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
  }
}

/** Statements in sentences that the other version does not have: in those that it has, the reader only saw less. */
function unread(version: Version, other: Version, statements: readonly Statement[]): Statement[] {
  const fold = (of: Version, sentence: Sentence) =>
    wordsIn(of, [sentence])
      .map((word) => word.fold)
      .join(' ')
  const there = new Set(other.ledger.sentences.map((sentence) => fold(other, sentence)))
  return statements.filter((statement) =>
    sentencesOf(version, statement).some((sentence) => !there.has(fold(version, sentence))),
  )
}

/** What two statements, one within the other, have in common is told once: of the narrower. */
function once(changes: readonly Change[]): Change[] {
  const seen = new Map<string, Change>()
  for (const change of changes) {
    const { kind, before, after, edits } = change
    const where = edits.length > 0 ? edits : [before?.span, after?.span]
    const key = JSON.stringify([kind, where, before?.span ? '' : before?.text])
    const other = seen.get(key)
    if (!other || lengthOf(change) < lengthOf(other)) seen.set(key, change)
  }
  return [...seen.values()]
}

const lengthOf = ({ before, after }: Change) =>
  (before?.text.length ?? 0) + (after?.text.length ?? 0)

/** Where in the later version something gone had stood: as far down as it was before. */
function standsAt({ before: side }: Change, before: Ledger, after: Ledger): number {
  if (!side?.span) return -1
  return (side.span.start / before.article.text.length) * after.article.text.length
}
