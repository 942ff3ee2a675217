import pg from 'pg'
import { HearsayError } from '@hearsay/engine'
import type { Connection, Database, Snapshot, WriteOptions } from '../sql/database.js'
import { until } from '../sql/write/until.js'
import type { Lingering } from '@hearsay/contract'
import { DatabaseAway } from './away.js'
import { PostgresConnection } from './connection.js'
import { PATIENCE_S, STATEMENT_S, told } from './failures.js'
import { Patience, type PatienceOptions } from './patience.js'

/** All that write to a store hold this lock of its database, one after another. */
const WRITERS = 0x4865_6172
/** Whoever stands still in a transaction for so long, as a laptop that sleeps does, is in the way of others. */
const STILL_S = 300
const LIMITS = `set local lock_timeout = '${PATIENCE_S}s'; set local statement_timeout = '${STATEMENT_S}s'`
const WRITE = `begin isolation level read committed; ${LIMITS};
  set local idle_in_transaction_session_timeout = '${STILL_S}s';
  set local synchronous_commit = on;
  select pg_advisory_xact_lock(${WRITERS})`
// The snapshot is taken by the first look, not by beginning.
const READ = `begin isolation level repeatable read read only; ${LIMITS}; select 1`
const CONNECTIONS = 8
const CONNECTING_MS = 10_000
/** Longer than any statement may take: then the server is gone without a word. */
const SILENCE_MS = (STATEMENT_S + 60) * 1000
const DAY_MS = 86_400_000
/** How long work that is under way may take once the store is closed, in milliseconds. */
const GRACE_MS = 2_000
/** How long forgetting waits for those who read what is forgotten, in milliseconds. */
const LOOKING_BACK_MS = 5_000

/** int8 and numeric come as numbers: our largest are far below 2^53. */
const NUMBERS: readonly number[] = [pg.types.builtins.INT8, pg.types.builtins.NUMERIC]

/**
 * A database of a PostgreSQL server, for as many processes on as many machines as like. Where it goes away, work is
 * begun anew when it is back, and work whose end nobody heard of only if it was not kept.
 */
export class PostgresDatabase implements Database {
  private readonly pool: pg.Pool
  private readonly patience: Patience
  /** Connections at work, and those of snapshots that are not closed yet. */
  private readonly working = new Set<pg.PoolClient>()
  private readonly looking = new Set<pg.PoolClient>()

  constructor(
    url: string,
    private readonly name: string,
    options: PatienceOptions = {},
  ) {
    this.patience = new Patience(options)
    this.pool = new pg.Pool({
      connectionString: url,
      application_name: 'hearsay',
      max: CONNECTIONS,
      connectionTimeoutMillis: CONNECTING_MS,
      query_timeout: SILENCE_MS,
      keepAlive: true,
      types: {
        getTypeParser: ((id: number, format?: 'text' | 'binary') =>
          NUMBERS.includes(id)
            ? Number
            : pg.types.getTypeParser(id, format as 'text')) as typeof pg.types.getTypeParser,
      },
    })
    // A connection that is lost is replaced when somebody needs one; who was using it hears of it by its answer.
    this.pool.on('error', () => {})
    this.pool.on('connect', (client) => client.on('error', () => {}))
    this.pool.on('acquire', (client) => void this.working.add(client))
    this.pool.on('release', (_, client) => void this.working.delete(client))
  }

  derive<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    return this.write(work)
  }

  async write<T>(
    work: (connection: Connection) => Promise<T>,
    { once = false }: WriteOptions = {},
  ): Promise<T> {
    return once ? this.writeOnce(work) : this.patience.keepTrying(() => this.writeOnce(work))
  }

  async read<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    return this.patience.keepTrying(() => this.trying(READ, work, 'commit'))
  }

  async snapshot(): Promise<Snapshot> {
    const { client, connection } = await this.patience.keepTrying(() => this.begin(READ))
    this.looking.add(client)
    return {
      rows: (sql, ...values) => connection.rows(sql, ...values),
      row: (sql, ...values) => connection.row(sql, ...values),
      run: (sql, ...values) => connection.run(sql, ...values),
      script: (sql) => connection.script(sql),
      close: async () => {
        if (this.looking.delete(client)) await this.end(client, 'rollback')
      },
    }
  }

  /** The server remembers, whatever connection asks. */
  anew(): Promise<Snapshot> {
    return this.snapshot()
  }

  /** What `work` would answer if it could write: nothing of it stays. */
  tried<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    return this.patience.keepTrying(() => this.trying(`begin; ${LIMITS}`, work, 'rollback'))
  }

  /**
   * Writes tables and their indexes anew, each when nobody reads it, however long it takes. VACUUM alone frees what was
   * deleted and moved, but overwrites none of it.
   */
  writeAnew(tables: readonly string[]): Promise<Lingering | null> {
    return this.patience.keepTrying(async () => {
      const client = await this.connect()
      try {
        if (!(await until(() => nobodyLooksBack(client), LOOKING_BACK_MS))) return 'reading'
        await client.query(`set lock_timeout = '${LOOKING_BACK_MS}ms'`)
        for (const table of tables)
          await client.query({
            text: `vacuum full ${table}`,
            query_timeout: DAY_MS,
          } as pg.QueryConfig)
        return null
      } catch (error) {
        return lingering(told(this.name, error))
      } finally {
        // Its settings go with it.
        client.release(true)
      }
    })
  }

  /** Snapshots that nobody closed end with it, and work that does not end by itself. */
  async close(): Promise<void> {
    this.patience.stop()
    for (const client of this.looking) client.release(true)
    this.looking.clear()
    const cut = setTimeout(() => {
      for (const client of this.working) void client.end()
    }, GRACE_MS)
    await this.pool.end()
    clearTimeout(cut)
  }

  private async trying<T>(
    sql: string,
    work: (connection: Connection) => Promise<T>,
    how: Ending,
  ): Promise<T> {
    const { client, connection } = await this.begin(sql)
    let result: T
    try {
      result = await work(connection)
    } catch (error) {
      await this.end(client, 'rollback')
      throw error
    }
    await this.end(client, how)
    return result
  }

  /** Once from beginning to end; where the answer to the commit was lost, the server is asked what became of it. */
  private async writeOnce<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    let done: { transaction: string; result: T } | undefined
    try {
      await this.trying(
        WRITE,
        async (connection) => {
          const transaction = await transactionOf(connection)
          done = { transaction, result: await work(connection) }
        },
        'commit',
      )
    } catch (error) {
      if (!done || !(error instanceof DatabaseAway) || !(await this.landed(done.transaction)))
        throw error
    }
    return done!.result
  }

  /** Whether a transaction was committed, as the server that is back says. */
  private async landed(transaction: string): Promise<boolean> {
    const asking = async (connection: Connection) => {
      const status = await statusOf(connection, transaction)
      // The server may not have noticed yet that nobody listens.
      if (status === 'in progress') throw new DatabaseAway(`${this.name} is still at work.`)
      return status === 'committed'
    }
    try {
      return await this.read(asking)
    } catch (cause) {
      const message = `${this.name} went away while something was being kept, and it is not known whether it was. Look before you do it again; adding again does no harm.`
      throw new HearsayError('store-unreachable', message, { cause })
    }
  }

  private async begin(
    sql: string,
  ): Promise<{ client: pg.PoolClient; connection: PostgresConnection }> {
    const client = await this.connect()
    const connection = new PostgresConnection(client, this.name)
    try {
      await connection.script(sql)
    } catch (error) {
      await this.end(client, 'rollback')
      throw error
    }
    return { client, connection }
  }

  private async connect(): Promise<pg.PoolClient> {
    try {
      return await this.pool.connect()
    } catch (error) {
      throw told(this.name, error)
    }
  }

  /** Ends a transaction. A connection that cannot even do that is not used again; a commit that failed says so. */
  private async end(client: pg.PoolClient, how: Ending): Promise<void> {
    try {
      await client.query(how)
    } catch (error) {
      client.release(true)
      if (how === 'commit') throw told(this.name, error)
      return
    }
    client.release()
  }
}

type Ending = 'commit' | 'rollback'

/** The number of the transaction that writes. */
async function transactionOf(connection: Connection): Promise<string> {
  const row = await connection.row<{ id: string }>('select pg_current_xact_id()::text as id')
  return row!.id
}

/** @throws Error where the server does not know: it is another than the one that had it. */
async function statusOf(connection: Connection, transaction: string) {
  const row = await connection.row<{ status: 'in progress' | 'committed' | 'aborted' | null }>(
    'select pg_xact_status(?::xid8) as status',
    transaction,
  )
  if (!row?.status) throw new Error(`transaction ${transaction} is not known`)
  return row.status
}

/** Whether no transaction of this database still sees what was deleted; of other users' none is known. */
async function nobodyLooksBack(client: pg.PoolClient): Promise<boolean> {
  const { rowCount } = await client.query(
    `select 1 from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
       and backend_xmin is not null limit 1`,
  )
  return rowCount === 0
}

/** What keeps tables from being written anew. @throws whatever else went wrong. */
function lingering(error: unknown): Lingering {
  const { code } = error as HearsayError
  if (code === 'store-busy') return 'reading'
  if (code === 'store-full') return 'room'
  throw error
}
