import type { PollState } from '../store.js'
import type { Connection } from './database.js'

export async function poll(connection: Connection, address: string): Promise<PollState | null> {
  const row = await connection.row<{ state: string }>(
    'select state from polls where address = ?',
    address,
  )
  return row ? (JSON.parse(row.state) as PollState) : null
}

export function polled(connection: Connection, address: string, state: PollState): Promise<void> {
  return connection.run(
    `insert into polls (address, state) values (?, ?)
     on conflict (address) do update set state = excluded.state`,
    ...[address, JSON.stringify(state)],
  )
}
