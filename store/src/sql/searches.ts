import type { Query, SavedSearch } from '../store.js'
import type { Connection } from './database.js'

export async function searches(connection: Connection): Promise<SavedSearch[]> {
  const rows = await connection.rows<{ name: string; query: string; saved: string }>(
    'select name, query, saved from searches order by name',
  )
  return rows.map(({ query, ...row }) => ({ ...row, query: JSON.parse(query) as Query }))
}

/** Keeps a search by its name, in place of one that has it. */
export function saveSearch(
  connection: Connection,
  at: string,
  name: string,
  query: Query,
): Promise<void> {
  return connection.run(
    `insert into searches (name, query, saved) values (?, ?, ?)
     on conflict (name) do update set query = excluded.query, saved = excluded.saved`,
    ...[name, JSON.stringify(query), at],
  )
}
