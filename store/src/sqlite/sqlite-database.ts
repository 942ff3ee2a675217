import { statfsSync, statSync } from 'node:fs'
import type { HearsayError } from '@hearsay/engine'
import { readOnly, type Home } from '../home.js'
import type { Connection, Database, Snapshot } from '../sql/database.js'
import { until } from '../sql/write/until.js'
import type { Lingering } from '@hearsay/contract'
import { SqliteConnection } from './connection.js'
import { PrivateCopy, sweepPrivateCopies } from './private-copy.js'
import { Queue } from './queue.js'

// Words in passing files elsewhere would be out of our hands.
const APART = 'pragma temp_store = memory'
const WRITING = [
  APART,
  // Two first starts at once: here SQLite does not wait by itself.
  'pragma journal_mode = wal',
  'pragma synchronous = full',
  'pragma foreign_keys = on',
  // What is forgotten is overwritten with zeros, not only unlinked.
  'pragma secure_delete = on',
]
const READING = [APART, 'pragma query_only = on', 'pragma cache_size = -32000']
/** How long forgetting waits for those who read what is forgotten, in milliseconds. */
const EMPTYING_MS = 5_000

/** Room that others may take meanwhile, in bytes. */
const SPARE = 1 << 20

/**
 * The database of a home: one connection writes, one transaction after another; others read. Of a home that cannot be
 * written, it is read where it is as long as nothing has to be completed in it; then from a private copy.
 */
export class SqliteDatabase implements Database {
  private readonly queue = new Queue()
  private readonly readers = new Set<SqliteConnection>()
  private readonly idle: SqliteConnection[] = []

  private copy: PrivateCopy | null = null

  private constructor(
    private home: Home,
    private writer: SqliteConnection,
  ) {}

  /**
   * Opens the database so that what is committed is on the disk, and others may read and write meanwhile.
   * @throws HearsayError `store-busy`, `store-damaged`, `store-full`, `store-unwritable`.
   */
  static async open(home: Home): Promise<SqliteDatabase> {
    sweepPrivateCopies()
    const settings = home.readOnly ? READING : WRITING
    const database = new SqliteDatabase(home, await SqliteConnection.open(home, settings))
    if (home.readOnly && hasLog(home)) await database.moveToCopy()
    return database
  }

  async write<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    if (this.home.readOnly || this.copy) throw readOnly(this.home.folder)
    return this.transaction(work)
  }

  async derive<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    if (this.home.readOnly) await this.moveToCopy()
    return this.transaction(work)
  }

  private transaction<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    return this.queue.run(async () => {
      await this.writer.begin('begin immediate')
      try {
        const result = await work(this.writer)
        await this.writer.commit()
        return result
      } catch (error) {
        this.writer.rollback()
        throw error
      }
    })
  }

  async read<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const snapshot = await this.snapshot()
    try {
      return await work(snapshot)
    } finally {
      await snapshot.close()
    }
  }

  async snapshot(): Promise<Snapshot> {
    const home = this.home
    return this.look(this.idle.pop() ?? (await this.openReader()), (reader) =>
      home === this.home ? void this.idle.push(reader) : this.drop(reader),
    )
  }

  /**
   * A connection that was open before answers from pages it has read once, and its integrity check compares FTS5's
   * tables with the structure that it remembers, even after others wrote (SQLite 3.45).
   */
  async anew(): Promise<Snapshot> {
    return this.look(await this.openReader(), (reader) => this.drop(reader))
  }

  /**
   * Does `first`, writes the file anew, row by row, and empties the write-ahead log. SQLite overwrites what is deleted, but
   * not the copies that it leaves between rows when it moves them from page to page.
   */
  async writeAnew(first: (connection: Connection) => Promise<void>): Promise<Lingering | null> {
    const anew = await this.whileThereIsRoom(async () => {
      await this.write(first)
      await this.queue.run(() => this.writer.vacuum(this.home.staging))
    })
    const emptied = await this.queue.run(() => until(() => this.writer.emptyLog(), EMPTYING_MS))
    if (!anew) return 'room'
    return emptied ? null : 'reading'
  }

  /** False where there is no room for the rows twice more: beside the file, and in the log. */
  private async whileThereIsRoom(work: () => Promise<void>): Promise<boolean> {
    const { bavail, bsize } = statfsSync(this.home.folder)
    const size = statSync(this.home.database).size
    if (bavail * bsize < 2 * size + SPARE) return false
    try {
      await work()
      return true
    } catch (error) {
      if ((error as HearsayError).code === 'store-full') return false
      throw error
    }
  }

  /** Snapshots that nobody closed end with it. */
  async close(): Promise<void> {
    this.idle.length = 0
    for (const reader of this.readers) reader.close()
    this.readers.clear()
    await this.queue.run(async () => this.writer.close())
    this.copy?.close()
  }

  /** From here on, all is looked at in a copy; what is being looked at stays where it is. */
  private moveToCopy(): Promise<void> {
    return this.queue.run(async () => {
      if (this.copy) return
      this.copy = new PrivateCopy(this.home)
      this.writer.close()
      this.home = this.copy.home
      this.writer = await SqliteConnection.open(this.home, WRITING)
      for (const reader of this.idle.splice(0)) this.drop(reader)
    })
  }

  private drop(reader: SqliteConnection): void {
    this.readers.delete(reader)
    reader.close()
  }

  /** A snapshot through `reader`, which is handed to `after` when it is no longer used. */
  private async look(
    reader: SqliteConnection,
    after: (reader: SqliteConnection) => void,
  ): Promise<Snapshot> {
    try {
      // The snapshot is taken by the first look, not by beginning.
      await reader.begin('begin', 'select 1 from sqlite_master')
    } catch (error) {
      after(reader)
      throw error
    }
    return {
      rows: (sql, ...values) => reader.rows(sql, ...values),
      row: (sql, ...values) => reader.row(sql, ...values),
      run: (sql, ...values) => reader.run(sql, ...values),
      script: (sql) => reader.script(sql),
      close: async () => {
        // Who closed the database has closed the reader.
        if (!this.readers.has(reader)) return
        reader.rollback()
        after(reader)
      },
    }
  }

  private async openReader(): Promise<SqliteConnection> {
    const reader = await SqliteConnection.open(this.home, READING)
    this.readers.add(reader)
    return reader
  }
}

/** Whether the last of what was kept is still in the write-ahead log. */
function hasLog({ database }: Home): boolean {
  return (statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}
