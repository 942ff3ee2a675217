import type { Act, Cue, Ledger, Statement } from '../record/index.js'

/** What was done, in the past tense, which needs no agreement with one source or several. */
const PAST: Record<Act, string> = {
  assert: 'said',
  deny: 'denied',
  confirm: 'confirmed',
  accuse: 'accused',
  criticize: 'criticized',
  praise: 'praised',
  order: 'ordered',
  request: 'requested',
  ask: 'asked',
  promise: 'promised',
  warn: 'warned',
  threaten: 'threatened',
  believe: 'believed',
  doubt: 'doubted',
  intend: 'intended',
  want: 'wanted',
  report: 'reported',
  show: 'showed',
  decline: 'declined',
}

/** The act as a verb: `said`, `denied`, and for a negated cue `did not confirm`. */
export function actPhrase(cue: Pick<Cue, 'act' | 'negated'>): string {
  if (!cue.negated) return PAST[cue.act]
  return `did not ${cue.act === 'assert' ? 'say' : cue.act}`
}

/** Who speaks, by name; null when nobody is named. Several who share one cue are joined. */
export function speakerName(ledger: Ledger, statement: Statement): string | null {
  const { source } = statement
  if (source === null) return null
  const ids = source.actors.length > 0 ? source.actors : [source.actor]
  const names = ids.map((id) => actorName(ledger, id) ?? source.text)
  const last = names[names.length - 1] ?? source.text
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}

/** The way of the words to the reader, by name: who spoke first, each relayer, the outlet last. */
export function chainNames(ledger: Ledger, statement: Statement): string[] {
  return statement.chain.map((id) =>
    id === 'a0' ? outletName(ledger) : (actorName(ledger, id) ?? id),
  )
}

/** The outlet's name, or words for it where the article gives none. */
export function outletName(ledger: Ledger): string {
  return actorName(ledger, 'a0') ?? ledger.article.outlet ?? 'this article'
}

/** `2 removes`: how many stood between the words and the reader; null for words taken first hand or from nobody. */
export function removePhrase(statement: Statement): string | null {
  return statement.remove !== null && statement.remove > 1 ? `${statement.remove} removes` : null
}

function actorName(ledger: Ledger, id: string): string | null {
  return ledger.actors.find((actor) => actor.id === id)?.name ?? null
}
