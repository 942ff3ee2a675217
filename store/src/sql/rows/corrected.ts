import { applyCorrections, type Corrected, type Correction } from '@hearsay/engine'
import { correctionsFor } from './correction-rows.js'
import type { Connection } from '../database.js'
import { latestReading, type Reading } from './ledgers.js'

/** The latest reading of an article as people have corrected it. */
export interface CorrectedReading extends Reading {
  corrections: Correction[]
  corrected: Corrected
}

export async function correctedReading(
  connection: Connection,
  article: number,
): Promise<CorrectedReading | null> {
  const reading = await latestReading(connection, article)
  if (!reading) return null
  const corrections = await correctionsFor(connection, article)
  const corrected = applyCorrections(reading.ledger, corrections)
  return { ...reading, ledger: corrected.ledger, corrections, corrected }
}
