import Database from 'libsql'
import { HearsayError } from '@hearsay/engine'
import { unwritable, type Home } from '../home.js'

export type Value = string | number | null

/** How long another process may hold the database, in milliseconds. */
const PATIENCE_MS = 30_000
const PAUSE_MS = 50

/** One connection to the database of a home; synchronous, and every error it throws is a HearsayError. */
export class Connection {
  private readonly prepared = new Map<string, Database.Statement>()

  private constructor(
    private readonly database: Database.Database,
    private readonly home: Home,
  ) {}

  /**
   * Opens the database so that what is committed is on the disk, and others may read and write meanwhile.
   * @throws HearsayError `store-busy`, `store-damaged`, `store-full`, `store-unwritable`.
   */
  static open(home: Home): Connection {
    return telling(home, () => {
      const database = new Database(home.database, { timeout: PATIENCE_MS })
      const connection = new Connection(database, home)
      try {
        // Two first starts at once: here SQLite does not wait by itself.
        patiently(() => connection.rows('pragma journal_mode = wal'))
        connection.script('pragma synchronous = full; pragma foreign_keys = on')
        // What is forgotten is overwritten with zeros, not only unlinked.
        connection.rows('pragma secure_delete = on')
      } catch (error) {
        database.close()
        throw error
      }
      return connection
    })
  }

  /** A database that is gone when it is closed. */
  static inMemory(): Connection {
    const nowhere = { folder: ':memory:', database: ':memory:', blobs: '', staging: '' }
    return new Connection(new Database(':memory:'), nowhere)
  }

  rows<T>(sql: string, ...values: Value[]): T[] {
    return telling(this.home, () => this.statement(sql).all(...values) as T[])
  }

  row<T>(sql: string, ...values: Value[]): T | undefined {
    return this.rows<T>(sql, ...values)[0]
  }

  /** Runs one statement that changes rows; answers with the id of the row it inserted, if it did. */
  run(sql: string, ...values: Value[]): number {
    return telling(this.home, () => Number(this.statement(sql).run(...values).lastInsertRowid))
  }

  /** Runs several statements that take no values. */
  script(sql: string): void {
    telling(this.home, () => this.database.exec(sql))
  }

  /** All of `work` or nothing of it, while nobody else writes. */
  write<T>(work: () => T): T {
    return this.within('begin immediate', work)
  }

  /** `work` sees the database as it is now, whatever others write meanwhile. */
  read<T>(work: () => T): T {
    return this.within('begin', work)
  }

  close(): void {
    this.prepared.clear()
    this.database.close()
  }

  private within<T>(begin: string, work: () => T): T {
    telling(this.home, () => patiently(() => this.database.exec(begin)))
    try {
      const result = work()
      this.script('commit')
      return result
    } catch (error) {
      // Some errors have ended the transaction already.
      if (this.database.inTransaction) this.script('rollback')
      throw error
    }
  }

  private statement(sql: string): Database.Statement {
    const known = this.prepared.get(sql)
    if (known) return known
    const made = this.database.prepare(sql)
    this.prepared.set(sql, made)
    return made
  }
}

/** Tries again while another process is in the way, for as long as SQLite itself would wait. */
function patiently<T>(work: () => T): T {
  for (let waited = 0; ; waited += PAUSE_MS) {
    try {
      return work()
    } catch (error) {
      if (codeOf(error) !== 'SQLITE_BUSY' || waited >= PATIENCE_MS) throw error
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS)
  }
}

/** The SQLite code at the root of an error, without what it says more precisely: `SQLITE_BUSY`. */
function codeOf(error: unknown): string {
  const { cause, code = '' } = error as { cause?: { code?: string }; code?: string }
  return /^SQLITE_[A-Z]+/.exec(cause?.code ?? code)?.[0] ?? ''
}

function telling<T>(home: Home, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw error instanceof HearsayError ? error : told(home, error as Error)
  }
}

function told(home: Home, cause: Error): Error {
  switch (codeOf(cause)) {
    case 'SQLITE_BUSY':
      return new HearsayError(
        'store-busy',
        `Another process has been writing to ${home.folder} for ${PATIENCE_MS / 1000} s. Wait until it is done.`,
        { cause },
      )
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
      return new HearsayError(
        'store-damaged',
        `${home.database} is damaged: ${cause.message}. Put a copy of the whole folder in its place; "hearsay verify" says what else is wrong.`,
        { cause },
      )
    case 'SQLITE_FULL':
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_IOERR':
      return unwritable(home.folder, cause)
    default:
      return cause.message.startsWith('ConnectionFailed') ? unwritable(home.folder, cause) : cause
  }
}
