import { undone, type Correction } from '@hearsay/engine'
import type { CorrectionEntry, Reading } from '@hearsay/contract'
import { knownRow } from './article-row.js'
import { correctedReading, type CorrectedReading } from './corrected.js'
import { allCorrections, decisions } from './correction-rows.js'
import type { Connection } from '../database.js'

/** The corrections of an article, those carried to it included; of all articles and across them, when none is named. */
export async function correctionEntries(
  connection: Connection,
  article?: string,
): Promise<CorrectionEntry[]> {
  if (article !== undefined) {
    const reading = await correctedReading(connection, await knownRow(connection, article))
    return reading ? entriesOf(reading) : []
  }
  const all = await allCorrections(connection)
  const across = await decisions(connection)
  const out = undone(across)
  const byId = new Map(across.map((each) => [each.id, entryOf(each, out)]))
  for (const hash of new Set(all.flatMap((each) => each.article ?? []))) {
    const reading = await correctedReading(connection, await knownRow(connection, hash))
    const own = reading ? entriesOf(reading).filter((entry) => entry.article === hash) : []
    for (const entry of own) byId.set(entry.id, entry)
  }
  return all.flatMap(({ id }) => byId.get(id) ?? [])
}

/** The same as others are told of it. */
export function readingOf(reading: CorrectedReading): Reading {
  const { ledger, corrected } = reading
  return { ledger, corrections: entriesOf(reading), disagreements: corrected.disagreements }
}

function entriesOf({ corrections, corrected }: CorrectedReading): CorrectionEntry[] {
  const out = undone(corrections)
  const misfits = new Map(corrected.misfits.map(({ correction, why }) => [correction, why]))
  const touched = new Map(corrected.applied.map((each) => [each.correction, each.statement]))
  return corrections.map((correction) => {
    const why = misfits.get(correction.id)
    const entry = entryOf(correction, out)
    const statement = touched.get(correction.id) ?? null
    return why === undefined ? { ...entry, statement } : { ...entry, state: 'misfit', why }
  })
}

function entryOf(correction: Correction, out: ReadonlySet<string>): CorrectionEntry {
  const state = out.has(correction.id) ? 'undone' : 'applied'
  return { ...correction, state, why: null, statement: null }
}
