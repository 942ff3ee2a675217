import type { PollState } from '../../store.js'
import type { Connection } from '../database.js'

export async function poll(connection: Connection, address: string): Promise<PollState | null> {
  const row = await connection.row<{ state: string }>(
    'select state from polls where address = ?',
    address,
  )
  return row ? (JSON.parse(row.state) as PollState) : null
}

export async function polled(
  connection: Connection,
  address: string,
  state: PollState,
): Promise<void> {
  await connection.run('delete from polls where address = ?', address)
  await connection.run(
    'insert into polls (address, state) values (?, ?)',
    ...[address, JSON.stringify(state)],
  )
}
