import { type Ledger } from '@hearsay/engine'
import { Blobs } from '../blobs.js'
import type { Home } from '../home.js'
import type { Capture, Counts, Forgotten, Hits, Problem, Query, Saved, Store } from '../store.js'
import { Connection } from './connection.js'
import { find } from './find.js'
import { forget, removeForgotten } from './forget.js'
import { latestLedger } from './ledgers.js'
import { migrate } from './migrate.js'
import { recall, save, type SaveOptions } from './save.js'
import { search } from './search.js'
import { verify } from './verify.js'

/** A store in one folder: a SQLite database, and the bytes beside it. */
export class SqliteStore implements Store {
  private constructor(
    private readonly connection: Connection,
    private readonly blobs: Blobs,
    private readonly now: () => Date,
  ) {}

  static open(home: Home, now: () => Date): SqliteStore {
    const connection = Connection.open(home)
    try {
      migrate(connection, home, () => now().toISOString())
      const blobs = new Blobs(home)
      blobs.sweep(now())
      removeForgotten(connection, blobs)
      return new SqliteStore(connection, blobs, now)
    } catch (error) {
      connection.close()
      throw error
    }
  }

  async recall(capture: Capture): Promise<Saved | null> {
    return recall(this.connection, capture)
  }

  async save(capture: Capture, ledger: Ledger, options: SaveOptions = {}): Promise<Saved> {
    return save(this.connection, this.blobs, this.now, capture, ledger, options)
  }

  async articles(): Promise<string[]> {
    const rows = this.connection.rows<{ hash: string }>('select hash from articles order by id')
    return rows.map(({ hash }) => hash)
  }

  async find(id: string): Promise<string> {
    return find(this.connection, id)
  }

  async ledger(article: string): Promise<Ledger | null> {
    const row = this.connection.row<{ id: number }>(
      'select id from articles where hash = ?',
      article,
    )
    return row ? latestLedger(this.connection, row.id) : null
  }

  async search(query: Query): Promise<Hits> {
    return this.connection.read(() => search(this.connection, query))
  }

  async forget(article: string): Promise<Forgotten> {
    return forget(this.connection, this.blobs, this.now, article)
  }

  verify(): AsyncGenerator<Problem, Counts, undefined> {
    return verify({ connection: this.connection, blobs: this.blobs })
  }

  async close(): Promise<void> {
    this.connection.close()
  }
}
