import type { Lingering } from '@hearsay/contract'
import type { Backend } from '../backend.js'
import type { Connection } from '../database.js'

/** Notes, in the transaction of a forgetting, that its words may still lie between what is kept. */
export function noteUncleared(connection: Connection, sequence: number): Promise<void> {
  return connection.run('insert into uncleared (sequence) values (?)', sequence)
}

/** The records of forgettings whose words may still be on the disk. */
export async function uncleared(connection: Connection): Promise<number[]> {
  const rows = await connection.rows<{ sequence: number }>('select sequence from uncleared')
  return rows.map(({ sequence }) => sequence)
}

/** Takes off the disk what was forgotten: now, or when an earlier try was killed or could not. Null: nothing lingers. */
export async function clearAway(backend: Backend): Promise<Lingering | null> {
  await removeForgotten(backend)
  const due = await backend.database.read(uncleared)
  if (due.length === 0) return null
  const lingering = await backend.scrub()
  if (lingering !== null) return lingering
  // What others forgot meanwhile is theirs to clear.
  await backend.database.write(async (connection) => {
    for (const sequence of due)
      await connection.run('delete from uncleared where sequence = ?', sequence)
  })
  return null
}

async function removeForgotten({ database, bytes }: Backend): Promise<void> {
  const left = await database.read((connection) => bytes.forgotten(connection))
  if (left.length === 0) return
  await database.write(async (connection) => {
    for (const hash of left) {
      const used = await connection.row('select 1 from blobs where hash = ?', hash)
      if (!used) await bytes.remove(connection, hash)
    }
  })
}
