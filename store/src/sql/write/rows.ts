import type { Connection, Value } from '../database.js'
import { printOf, type KeptRow, type KeptTable, type Prints } from './journal.js'

/** Inserts a row and notes its print; answers with the row as it is kept, its `id` included. */
export async function keep(
  connection: Connection,
  prints: Prints,
  table: KeptTable,
  row: KeptRow,
): Promise<KeptRow & { id: number }> {
  const columns = Object.keys(row)
  const places = columns.map(() => '?').join(', ')
  const [kept] = await connection.rows<KeptRow & { id: number }>(
    `insert into ${table} (${columns.join(', ')}) values (${places}) returning *`,
    ...Object.values(row),
  )
  note(prints, table, [kept!])
  return kept!
}

/** Deletes the rows that `where` describes and notes their prints; answers with the rows. */
export async function drop<T extends KeptRow>(
  connection: Connection,
  prints: Prints,
  table: KeptTable,
  where: string,
  ...values: Value[]
): Promise<T[]> {
  const rows = await connection.rows<T>(
    `delete from ${table} where ${where} returning *`,
    ...values,
  )
  note(prints, table, rows)
  return rows
}

function note(prints: Prints, table: KeptTable, rows: readonly KeptRow[]): void {
  if (rows.length > 0) prints[table] = [...(prints[table] ?? []), ...rows.map(printOf)]
}
