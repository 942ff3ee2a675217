import type { AnchoredChange } from '@hearsay/engine'
import type { Connection } from '../database.js'
import type { KeptRow, Prints } from './journal.js'
import { drop, keep } from './rows.js'
import { unsettle } from '../identities/unsettled.js'

interface Row extends KeptRow {
  id: number
  change: string
}

/** Takes out all that corrections hold of an article: those of its own, and its actors in those across articles. */
export async function forgetCorrections(
  connection: Connection,
  kept: Prints,
  dropped: Prints,
  { id, hash }: { id: number; hash: string },
): Promise<void> {
  await drop(connection, dropped, 'corrections', 'article = ?', id)
  const across = await connection.rows<Row>(
    'select * from corrections where article is null order by id',
  )
  for (const row of across) {
    const change = without(JSON.parse(row.change) as AnchoredChange, hash)
    if (JSON.stringify(change) === row.change) continue
    await drop(connection, dropped, 'corrections', 'id = ?', row.id)
    await keep(connection, kept, 'corrections', { ...row, change: JSON.stringify(change) })
    // Who they are may have followed from what is forgotten.
    await unsettle(connection, refsOf(change))
  }
}

function refsOf(change: AnchoredChange): { article: string; actor: string }[] {
  if (change.kind === 'merge') return [...change.actors]
  return change.kind === 'split' ? [...change.from, ...change.to] : []
}

function without(change: AnchoredChange, article: string): AnchoredChange {
  const others = <T extends { article: string }>(refs: readonly T[]) =>
    refs.filter((ref) => ref.article !== article)
  if (change.kind === 'merge') return { ...change, actors: others(change.actors) }
  if (change.kind === 'split')
    return { ...change, from: others(change.from), to: others(change.to) }
  return change
}
