import type { Bytes, Staged } from '../sql/write/bytes.js'
import type { Connection } from '../sql/database.js'

/** Original bytes in a table, where every machine finds them. */
export class Contents implements Bytes {
  constructor(private readonly name: string) {}

  async stage(bytes: Uint8Array): Promise<Staged> {
    return {
      place: (connection, hash) =>
        connection.run(
          'insert into contents (hash, bytes) values (?, ?) on conflict do nothing',
          hash,
          bytes,
        ),
      settled: async () => {},
      discard: async () => {},
      undo: async () => {},
    }
  }

  async read(connection: Connection, hash: string): Promise<Uint8Array | null> {
    const row = await connection.row<{ bytes: Uint8Array }>(
      'select bytes from contents where hash = ?',
      hash,
    )
    return row?.bytes ?? null
  }

  async forgotten(connection: Connection): Promise<string[]> {
    const rows = await connection.rows<{ hash: string }>(
      'select hash from contents join tombstones using (hash)',
    )
    return rows.map(({ hash }) => hash)
  }

  /** They went with the row of their blob. */
  async remove(connection: Connection, hash: string): Promise<void> {
    await connection.run('delete from contents where hash = ?', hash)
  }

  leftovers(): boolean {
    return false
  }

  async sweep(): Promise<void> {}

  /** None goes without the row of its blob. */
  async strays(): Promise<string[]> {
    return []
  }

  place(hash: string): string {
    return `${this.name}, contents, ${hash}`
  }
}
