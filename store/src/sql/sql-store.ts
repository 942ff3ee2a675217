import { type Ledger } from '@hearsay/engine'
import type {
  Capture,
  CaptureEntry,
  Counts,
  Facets,
  Forgotten,
  Hits,
  Library,
  LibraryPage,
  Original,
  PollState,
  Problem,
  Query,
  Reprints,
  Saved,
  SavedSearch,
  Store,
  Version,
} from '../store.js'
import type { Backend } from './backend.js'
import { captures, original } from './captures.js'
import { counts } from './counts.js'
import type { Connection } from './database.js'
import { facets } from './facets.js'
import { find } from './find.js'
import { forget, removeForgotten } from './forget.js'
import { latestLedger } from './ledgers.js'
import { library } from './library.js'
import { migrate } from './migrate.js'
import { poll, polled } from './polls.js'
import { search } from './search.js'
import { saveSearch, searches } from './searches.js'
import { recall, save, type SaveOptions } from './save.js'
import { reprints } from './story-group.js'
import { verify } from './verify.js'
import { versions } from './versions.js'

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
    return this.read((connection) => recall(connection, capture))
  }

  save(capture: Capture, ledger: Ledger, options: SaveOptions = {}): Promise<Saved> {
    return save(this.backend, this.now, capture, ledger, options)
  }

  async articles(): Promise<string[]> {
    const rows = await this.read((connection) =>
      connection.rows<{ hash: string }>('select hash from articles order by id'),
    )
    return rows.map(({ hash }) => hash)
  }

  find(id: string): Promise<string> {
    return this.read((connection) => find(connection, id))
  }

  ledger(article: string): Promise<Ledger | null> {
    return this.read(async (connection) => {
      const row = await connection.row<{ id: number }>(
        'select id from articles where hash = ?',
        article,
      )
      return row ? latestLedger(connection, row.id) : null
    })
  }

  search(query: Query): Promise<Hits> {
    return this.read((connection) => search(connection, this.backend.index, query))
  }

  facets(query: Query): Promise<Facets> {
    return this.read((connection) => facets(connection, this.backend.index, query))
  }

  library(page: LibraryPage): Promise<Library> {
    return this.read((connection) => library(connection, page))
  }

  captures(article: string): Promise<CaptureEntry[]> {
    return this.read((connection) => captures(connection, article))
  }

  versions(article: string): Promise<Version[]> {
    return this.read((connection) => versions(connection, article))
  }

  original(article: string): Promise<Original | null> {
    return this.read((connection) => original(connection, this.backend.bytes, article))
  }

  reprints(article: string): Promise<Reprints> {
    return this.read((connection) => reprints(connection, article))
  }

  searches(): Promise<SavedSearch[]> {
    return this.read((connection) => searches(connection))
  }

  saveSearch(name: string, query: Query): Promise<void> {
    const at = this.now().toISOString()
    return this.write((connection) => saveSearch(connection, at, name, query))
  }

  dropSearch(name: string): Promise<void> {
    return this.write((connection) => connection.run('delete from searches where name = ?', name))
  }

  poll(address: string): Promise<PollState | null> {
    return this.read((connection) => poll(connection, address))
  }

  polled(address: string, state: PollState): Promise<void> {
    return this.write((connection) => polled(connection, address, state))
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

  private read<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    return this.backend.database.read(work)
  }

  private write<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    return this.backend.database.write(work)
  }
}
