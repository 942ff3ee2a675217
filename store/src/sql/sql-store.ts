import { type Ledger } from '@hearsay/engine'
import type { Capture, Counts, Forgotten, Hits, Problem, Query, Saved, Store } from '../store.js'
import type { Backend } from './backend.js'
import { counts } from './counts.js'
import { find } from './find.js'
import { forget, removeForgotten } from './forget.js'
import { latestLedger } from './ledgers.js'
import { migrate } from './migrate.js'
import { recall, save, type SaveOptions } from './save.js'
import { verify } from './verify.js'

/** A store in a database that speaks SQL. */
export class SqlStore implements Store {
  private constructor(
    private readonly backend: Backend,
    private readonly now: () => Date,
  ) {}

  /** Brings the database to the schema of this version; closes it if that fails. */
  static async open(backend: Backend, now: () => Date): Promise<SqlStore> {
    try {
      await migrate(backend, () => now().toISOString())
      backend.bytes.sweep(now())
      await removeForgotten(backend)
      return new SqlStore(backend, now)
    } catch (error) {
      await backend.database.close()
      throw error
    }
  }

  recall(capture: Capture): Promise<Saved | null> {
    return this.backend.database.read((connection) => recall(connection, capture))
  }

  save(capture: Capture, ledger: Ledger, options: SaveOptions = {}): Promise<Saved> {
    return save(this.backend, this.now, capture, ledger, options)
  }

  async articles(): Promise<string[]> {
    const rows = await this.backend.database.read((connection) =>
      connection.rows<{ hash: string }>('select hash from articles order by id'),
    )
    return rows.map(({ hash }) => hash)
  }

  find(id: string): Promise<string> {
    return this.backend.database.read((connection) => find(connection, id))
  }

  ledger(article: string): Promise<Ledger | null> {
    return this.backend.database.read(async (connection) => {
      const row = await connection.row<{ id: number }>(
        'select id from articles where hash = ?',
        article,
      )
      return row ? latestLedger(connection, row.id) : null
    })
  }

  search(query: Query): Promise<Hits> {
    return this.backend.database.read((connection) => this.backend.search(connection, query))
  }

  forget(article: string): Promise<Forgotten> {
    return forget(this.backend, this.now, article)
  }

  counts(): Promise<Counts> {
    return this.backend.database.read(counts)
  }

  verify(): AsyncGenerator<Problem, Counts, undefined> {
    return verify(this.backend)
  }

  close(): Promise<void> {
    return this.backend.database.close()
  }
}
