import rows from '../../data/en/lead-ins.json' with { type: 'json' }
import { CHECK_BELOW, certaintyRows, certaintyWord } from '../lexicon/certainty.js'
import type { Actor, Ledger, Statement } from '../record/index.js'
import { actorsById } from './actors-by-id.js'

/** Who speaks, by name; null when nobody is named. Several who share one cue are joined. */
export function speakerName(ledger: Ledger, statement: Statement): string | null {
  const { source } = statement
  if (source === null) return null
  const ids = source.actors.length > 0 ? source.actors : [source.actor]
  const names = ids.map((id) => actorName(ledger, id) ?? source.text)
  const [first = ''] = source.text.split(/\s/u)
  // "Neither Ruiz nor Lomax would say": without the first word the line would say the opposite.
  if (names.length > 1 && rows.joint.includes(first.toLowerCase()))
    return `${first} ${together(names, 'nor')}`
  return together(names)
}

/** Those who speak; several when they share one cue, none when nobody is named. */
export function speakers(ledger: Ledger, { source }: Statement): Actor[] {
  if (source === null) return []
  const ids = new Set(source.actors.length > 0 ? source.actors : [source.actor])
  const found = [...ids].flatMap((id) => actorsById(ledger).get(id) ?? [])
  return found.sort((a, b) => a.place - b.place).map(({ actor }) => actor)
}

/** Title and justification, as far as the name does not say them already. */
export function aboutSource({ name, title, justification }: Actor): string[] {
  const parts = [title, justification].filter((part) => part !== null && part.trim() !== '')
  return parts.filter((part): part is string => part !== null && !name.includes(part))
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

/** `Interfax and SANA`: who passed the words on between their speaker and the outlet. */
export function relayPhrase(ledger: Ledger, statement: Statement): string | null {
  const names = chainNames(ledger, statement).slice(1, -1)
  return names.length === 0 ? null : together(names)
}

/** `2 removes`: how many stood between the words and the reader; null for words taken first hand or from nobody. */
export function removePhrase(statement: Statement): string | null {
  return statement.remove !== null && statement.remove > 1 ? `${statement.remove} removes` : null
}

/** `sure`; `likely: who it is`: how sure the line is, and the part in doubt. */
export function certaintyPhrase({
  confidence,
  doubts = [],
}: Pick<Statement, 'confidence' | 'doubts'>): string {
  const parts = doubts.map((part) => certaintyRows.parts[part]).join(' and ')
  return `${certaintyWord(confidence)}${parts && `: ${parts}`}`
}

/** `check this: who it is`, said of a statement that is more in doubt than likely. */
export function unsurePhrase(statement: Pick<Statement, 'confidence' | 'doubts'>): string | null {
  return statement.confidence < CHECK_BELOW ? certaintyPhrase(statement) : null
}

export function actorName(ledger: Ledger, id: string): string | null {
  return actorsById(ledger).get(id)?.actor.name ?? null
}

function together(names: string[], joint = 'and'): string {
  const [last = '', ...before] = names.toReversed()
  return before.length === 0 ? last : `${before.toReversed().join(', ')} ${joint} ${last}`
}

/** Why nothing of the article was read, where it was not. */
export function unreadPhrase({ notes }: Pick<Ledger, 'notes'>): string | null {
  return notes.find(({ code }) => code === 'not-read')?.message ?? null
}
