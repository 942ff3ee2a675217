import { undone, unreadPhrase } from '@hearsay/engine'
import type { CorrectedReading } from './corrected.js'
import { storable } from './storable.js'
import { tokensOf } from '../search/tokens.js'
import { voiceShares } from './voices.js'
import type { Place } from './index-rows.js'

/** An article as a list of them shows it, made from its latest ledger. */
export interface EntryRow {
  /** Row ids of the article, and of the capture that its latest ledger speaks of. */
  article: number
  capture: number
  outlet: string | null
  /** What follows from the ledger and its corrections alone, as JSON: `EntryFacts`. */
  facts: string
  /** Tokens of its title, its origins and its outlets, with a space before each. */
  label: string
}

export interface EntryFacts {
  title: string | null
  words: number
  statements: number
  sources: number
  corrections: number
  /** Why nothing of it was read; null where it was. */
  unread: string | null
  voices: ReturnType<typeof voiceShares>
}

export function entryRow(
  article: number,
  { capture, ledger, corrections }: CorrectedReading,
  found: readonly (Place & { origin: string })[],
): EntryRow {
  const { title, outlet, text } = ledger.article
  const actors = ledger.statements.flatMap(({ source }) => source?.actors ?? [])
  const out = undone(corrections)
  const facts: EntryFacts = {
    title: storable(title),
    words: text.match(/\S+/g)?.length ?? 0,
    statements: ledger.statements.length,
    sources: new Set(actors).size,
    corrections: corrections.filter(({ id, change }) => change.kind !== 'undo' && !out.has(id))
      .length,
    unread: unreadPhrase(ledger),
    voices: voiceShares(ledger),
  }
  const named = [title ?? '', ...found.flatMap((place) => [place.origin, place.outlet ?? ''])]
  const label = ` ${tokensOf([...new Set(named)])}`
  return { article, capture, outlet: storable(outlet), facts: JSON.stringify(facts), label }
}
