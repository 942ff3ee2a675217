import type { Disagreement } from '@hearsay/contract'
import {
  aboutSource,
  actLabel,
  anchorOf,
  chainNames,
  flatten,
  outline,
  overlaps,
  speakers,
  tellingOf,
  tellingPhrase,
  unsurePhrase,
  type Actor,
  type Ledger,
  type Note,
  type Span,
  type Statement,
  type Telling,
} from '@hearsay/engine/view'
import { capitalized } from '../../list/capitalized.js'
import { huesOf } from './hues.js'

/** A statement as the margin shows it. */
export interface Row {
  id: string
  statement: Statement
  /** How many relayers stand above it. */
  depth: number
  hue: string
  who: string | null
  /** The article's own words around the name. */
  telling: Telling
  /** What it does, where it does more than say so. */
  act: string | null
  chain: string[]
  /** Title and justification of sources that have not spoken before. */
  about: string[]
  tags: string[]
  doubts: string[]
  /** Where it stands in the text. */
  anchor: number
}

/** The ledger in reading order: each relayer, then those it relays. */
export function rowsOf(ledger: Ledger, disagreements: readonly Disagreement[] = []): Row[] {
  const hues = huesOf(ledger)
  const heard = new Set<Actor>()
  return flatten(outline(ledger.statements)).map(({ statement, depth }) => {
    const newcomers = speakers(ledger, statement).filter((actor) => !heard.has(actor))
    newcomers.forEach((actor) => heard.add(actor))
    const { id, source } = statement
    const telling = tellingOf(ledger, statement)
    return {
      id,
      statement,
      depth,
      hue: source === null ? 'nobody' : (hues.get(source.actor) ?? 'h0'),
      who: telling.who,
      telling,
      act: actLabel(statement.cue),
      chain: chainNames(ledger, statement),
      about: newcomers.flatMap(aboutSource),
      tags: tagsOf(statement, telling),
      doubts: doubtsOf(ledger, statement, disagreements),
      anchor: anchorOf(statement),
    }
  })
}

function tagsOf(
  { quotation, cue, channel, said, corrected }: Statement,
  { to }: Telling,
): string[] {
  return [
    quotation === 'direct' && 'quoted',
    quotation === 'mixed' && 'partly quoted',
    cue.text === null && 'no cue',
    channel !== null && channel.actor === null && !to.endsWith(channel.text) && channel.text,
    said !== null && said.date === null && said.text,
    corrected !== undefined && corrected.length > 0 && 'checked by a person',
  ].filter((tag) => typeof tag === 'string')
}

function doubtsOf(
  ledger: Ledger,
  statement: Statement,
  disagreements: readonly Disagreement[],
): string[] {
  const unsure = unsurePhrase(statement)
  const notes = ledger.notes
    .filter((note) => concerns(note, statement))
    .map(({ message }) => message)
  const later = disagreements
    .filter((each) => each.statement === statement.id)
    .map(({ why }) => `A newer reading disagrees: ${why}`)
  return [...(unsure === null ? [] : [capitalized(unsure)]), ...notes, ...later]
}

/** True when the note speaks of words of the statement. */
export function concerns({ start, end }: Note, statement: Statement): boolean {
  if (start === undefined || end === undefined) return false
  return spansOf(statement).some((span) => overlaps(span, { start, end }))
}

/** Everything in the text that belongs to a statement. */
export function spansOf({ content, source, cue, channel, addressee, said }: Statement): Span[] {
  const own = cue.start !== null && cue.end !== null ? [{ start: cue.start, end: cue.end }] : []
  return [
    ...content,
    ...(source ? [source] : []),
    ...own,
    ...[channel, addressee ?? null, said].filter((s) => s !== null),
  ]
}

/** A row as it is said aloud: the words of the text, and what they do. */
export const spokenRow = ({ telling, act }: Pick<Row, 'telling' | 'act'>): string =>
  act === null ? tellingPhrase(telling) : `${tellingPhrase(telling)}, ${act}`
