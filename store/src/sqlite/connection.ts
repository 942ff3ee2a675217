import { setImmediate as nextTurn } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import {
  DatabaseSync,
  type DatabaseSyncInstance,
  type StatementSyncInstance,
} from '@photostructure/sqlite'
import type { Home } from '../home.js'
import type { Connection, Value } from '../sql/database.js'
import { withoutNul } from '../sql/write/refuse-unstorable.js'
import { telling } from './failures.js'
import { patiently } from './patience.js'

/** What SQLite waits by itself where it is not asked again, in milliseconds. */
const TIMEOUT_MS = 20

/** After so many statements it is somebody else's turn: signals and timers would wait for the last of a great many. */
const STATEMENTS_A_TURN = 200

/** One connection to the database of a home. */
export class SqliteConnection implements Connection {
  private asked = 0
  private readonly prepared = new Map<string, StatementSyncInstance>()

  private constructor(
    private readonly database: DatabaseSyncInstance,
    private readonly home: Home,
  ) {}

  /** Opens the database with these settings. */
  static async open(home: Home, settings: readonly string[]): Promise<SqliteConnection> {
    const database = telling(home, () => opened(home))
    const connection = new SqliteConnection(database, home)
    try {
      for (const setting of settings)
        await connection.patiently(() => connection.statement(setting).get())
      return connection
    } catch (error) {
      database.close()
      throw error
    }
  }

  async rows<T>(sql: string, ...values: Value[]): Promise<T[]> {
    await this.turn()
    return telling(this.home, () => this.statement(sql).all(...values.map(withoutNul)) as T[])
  }

  async row<T>(sql: string, ...values: Value[]): Promise<T | undefined> {
    return (await this.rows<T>(sql, ...values))[0]
  }

  async run(sql: string, ...values: Value[]): Promise<void> {
    await this.turn()
    telling(this.home, () => this.statement(sql).run(...values.map(withoutNul)))
  }

  async script(sql: string): Promise<void> {
    telling(this.home, () => this.database.exec(sql))
  }

  /** Begins a transaction with these statements, when nobody is in the way. */
  begin(...statements: string[]): Promise<void> {
    return this.patiently(() => {
      try {
        for (const sql of statements) this.database.exec(sql)
      } catch (error) {
        this.rollback()
        throw error
      }
    })
  }

  async commit(): Promise<void> {
    telling(this.home, () => this.database.exec('commit'))
  }

  /** Some errors have ended the transaction already. */
  rollback(): void {
    if (this.database.isTransaction) this.database.exec('rollback')
  }

  /** Writes what is in the log where it belongs; false when somebody still reads from the log. */
  emptyLog(): boolean {
    const [row] = telling(this.home, () =>
      this.statement('pragma wal_checkpoint(truncate)').all(),
    ) as { busy: number }[]
    return row?.busy === 0
  }

  /** Writes the file anew, by way of a passing file in `folder`, when nobody is in the way. */
  async vacuum(folder: string): Promise<void> {
    const quoted = `'${folder.replaceAll("'", "''")}'`
    await this.script(`pragma temp_store_directory = ${quoted}; pragma temp_store = file`)
    try {
      await this.patiently(() => this.database.exec('vacuum'))
    } finally {
      await this.script('pragma temp_store = memory')
    }
  }

  close(): void {
    this.prepared.clear()
    this.database.close()
  }

  private async turn(): Promise<void> {
    if (++this.asked % STATEMENTS_A_TURN === 0) await nextTurn()
  }

  private async patiently(work: () => unknown): Promise<void> {
    await patiently(work).catch((error: unknown) =>
      telling(this.home, () => {
        throw error
      }),
    )
  }

  private statement(sql: string): StatementSyncInstance {
    const known = this.prepared.get(sql)
    if (known) return known
    const made = this.database.prepare(sql)
    this.prepared.set(sql, made)
    return made
  }
}

/** Where nothing can be written, SQLite has no place for the locks and the log that it reads with otherwise. */
function opened({ database, readOnly }: Home): DatabaseSyncInstance {
  return readOnly
    ? new DatabaseSync(`${pathToFileURL(database).href}?immutable=1`, { readOnly })
    : new DatabaseSync(database, { timeout: TIMEOUT_MS })
}
