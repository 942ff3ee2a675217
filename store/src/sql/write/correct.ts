import { anchorChange, HearsayError, undone, type Change, type Correction } from '@hearsay/engine'
import type { Corrected } from '@hearsay/contract'
import { knownRow } from '../rows/article-row.js'
import type { Backend } from '../backend.js'
import { correctedReading, type CorrectedReading } from '../rows/corrected.js'
import { readingOf } from '../rows/correction-entries.js'
import { allCorrections, correctionById } from '../rows/correction-rows.js'
import type { Connection } from '../database.js'
import { follow } from './follow.js'
import { append, nextSequence, type Payload, type Prints } from './journal.js'
import { keep } from './rows.js'
import { refuseUnstorable } from './refuse-unstorable.js'
import { unsettle } from '../identities/unsettled.js'

/** Who says so, and when. */
export interface Said {
  by: string
  /** ISO date-time. */
  at: string
}

/** Keeps what a person says of an article's ledger; all that follows from it is there when this resolves. */
export function correct(
  { database, index }: Backend,
  article: string,
  change: Change,
  said: Said,
): Promise<Corrected> {
  return database.write(async (connection) => {
    const id = await knownRow(connection, article)
    if (change.kind === 'undo')
      return takeBack({ database, index }, connection, change.correction, said)
    if (change.kind === 'merge' || change.kind === 'split')
      throw new HearsayError(
        'correction-unfit',
        `To ${change.kind} actors is no change of one article.`,
      )
    const reading = await correctedReading(connection, id)
    if (!reading) throw new HearsayError('article-unknown', `The article ${article} has no ledger.`)
    refuseUnstorable(change)
    refuseLong(change)
    const anchored = anchorChange(reading.ledger, change)
    const correction = await keepCorrection(connection, { article, row: id }, anchored, said)
    return corrected(correction, await follow({ index }, connection, id))
  })
}

/** What one statement says, in code units of the article's text: more than any person corrects, less than breaks an index. */
const LONGEST_CONTENT = 100_000

function refuseLong(change: Change): void {
  const content = 'content' in change ? (change.content ?? []) : []
  const length = content.reduce((sum, { start, end }) => sum + Math.max(0, end - start), 0)
  if (length <= LONGEST_CONTENT) return
  throw new HearsayError(
    'correction-too-long',
    `What is said would be ${length} characters long, and may be ${LONGEST_CONTENT} at most. Give the words of one statement.`,
  )
}

/** Takes a correction back; that is itself a record. */
export function undo(backend: Backend, correction: string, said: Said): Promise<Corrected> {
  return backend.database.write((connection) => takeBack(backend, connection, correction, said))
}

async function takeBack(
  { index }: Pick<Backend, 'index' | 'database'>,
  connection: Connection,
  id: string,
  said: Said,
): Promise<Corrected> {
  const target = await correctionById(connection, id)
  if (!target) throw new HearsayError('correction-unknown', `There is no correction ${id}.`)
  if (undone(await allCorrections(connection)).has(id))
    throw new HearsayError('correction-unfit', `${id} is taken back already.`)
  const row = target.article === null ? null : await knownRow(connection, target.article)
  const change = { kind: 'undo' as const, correction: id }
  const made = await keepCorrection(connection, { article: target.article, row }, change, said)
  if (row !== null) return corrected(made, await follow({ index }, connection, row))
  await unsettle(connection, await refsOf(connection, target))
  return { correction: made }
}

function corrected(correction: Correction, reading: CorrectedReading | null): Corrected {
  return { correction, ...(reading && readingOf(reading)) }
}

/** The actors that a decision speaks of, through what takes it back. */
async function refsOf(connection: Connection, { change }: Correction): Promise<RefList> {
  if (change.kind === 'merge') return change.actors
  if (change.kind === 'split') return [...change.from, ...change.to]
  if (change.kind !== 'undo') return []
  const target = await correctionById(connection, change.correction)
  return target ? refsOf(connection, target) : []
}
type RefList = Parameters<typeof unsettle>[1]

/** Keeps the record; `c` and the sequence of the journal's record is its id, which is never given again. */
export async function keepCorrection(
  connection: Connection,
  { article, row }: { article: string | null; row: number | null },
  change: Correction['change'],
  { by, at }: Said,
): Promise<Correction> {
  const author = by.trim()
  if (author === '') throw new HearsayError('correction-unfit', 'A correction says who made it.')
  refuseUnstorable(author)
  const kept: Prints = {}
  const id = await nextSequence(connection)
  const values = { id, article: row, at, author, change: JSON.stringify(change) }
  await keep(connection, kept, 'corrections', values)
  const payload: Payload = { ...(article !== null && { article }), kept }
  await append(connection, at, 'correct', payload)
  return { id: `c${id}`, article, at, by: author, change }
}
