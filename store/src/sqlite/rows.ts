import type { Connection, Value } from './connection.js'
import { printOf, type KeptRow, type KeptTable, type Prints } from './journal.js'

/** Inserts a row and notes its print; answers with its row id. */
export function keep(
  connection: Connection,
  prints: Prints,
  table: KeptTable,
  row: KeptRow,
): number {
  const columns = Object.keys(row)
  const places = columns.map(() => '?').join(', ')
  const id = connection.run(
    `insert into ${table} (${columns.join(', ')}) values (${places})`,
    ...Object.values(row),
  )
  note(prints, table, connection.rows(`select * from ${table} where rowid = ?`, id))
  return id
}

/** Deletes the rows that `where` describes and notes their prints; answers with the rows. */
export function drop<T extends KeptRow>(
  connection: Connection,
  prints: Prints,
  table: KeptTable,
  where: string,
  ...values: Value[]
): T[] {
  const rows = connection.rows<T>(`select * from ${table} where ${where}`, ...values)
  note(prints, table, rows)
  connection.run(`delete from ${table} where ${where}`, ...values)
  return rows
}

function note(prints: Prints, table: KeptTable, rows: readonly KeptRow[]): void {
  if (rows.length > 0) prints[table] = [...(prints[table] ?? []), ...rows.map(printOf)]
}
