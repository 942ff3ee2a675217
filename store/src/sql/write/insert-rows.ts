import type { Connection, Value } from '../database.js'

/** How many rows one statement inserts: few numbers, so that statements are prepared once. */
const AT_ONCE = [64, 16, 4, 1]

/** Inserts rows of the same columns, in as few statements as possible. */
export async function insertRows<T extends object>(
  connection: Connection,
  table: string,
  rows: readonly T[],
  conflict = '',
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const places = `(${columns.map(() => '?').join(', ')})`
  for (let at = 0; at < rows.length;) {
    const count = AT_ONCE.find((size) => size <= rows.length - at)!
    const part = rows.slice(at, at + count)
    await connection.run(
      `insert into ${table} (${columns.join(', ')}) values ${part.map(() => places).join(', ')} ${conflict}`,
      ...part.flatMap((row) => Object.values(row) as Value[]),
    )
    at += count
  }
}
