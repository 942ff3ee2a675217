import pg from 'pg'
import type { Connection, Database, Snapshot } from '../sql/database.js'
import { PostgresConnection } from './connection.js'
import { PATIENCE_S, told } from './failures.js'

/** All that write to a store hold this lock of its database, one after another. */
const WRITERS = 0x4865_6172
const WRITE = `begin isolation level read committed;
  set local lock_timeout = '${PATIENCE_S}s';
  set local synchronous_commit = on;
  select pg_advisory_xact_lock(${WRITERS})`
// The snapshot is taken by the first look, not by beginning.
const READ = 'begin isolation level repeatable read read only; select 1'
const CONNECTIONS = 8
const CONNECTING_MS = 10_000

/** int8 and numeric come as numbers: our largest are far below 2^53. */
const NUMBERS: readonly number[] = [pg.types.builtins.INT8, pg.types.builtins.NUMERIC]

/** A database of a PostgreSQL server, for as many processes on as many machines as like. */
export class PostgresDatabase implements Database {
  private readonly pool: pg.Pool
  /** Of snapshots that are not closed yet. */
  private readonly looking = new Set<pg.PoolClient>()

  constructor(
    url: string,
    private readonly name: string,
  ) {
    this.pool = new pg.Pool({
      connectionString: url,
      application_name: 'hearsay',
      max: CONNECTIONS,
      connectionTimeoutMillis: CONNECTING_MS,
      types: {
        getTypeParser: ((id: number, format?: 'text' | 'binary') =>
          NUMBERS.includes(id)
            ? Number
            : pg.types.getTypeParser(id, format as 'text')) as typeof pg.types.getTypeParser,
      },
    })
    // A connection that is lost while nobody uses it is replaced when somebody does.
    this.pool.on('error', () => {})
  }

  async write<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    return this.within(WRITE, work)
  }

  async read<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    return this.within(READ, work)
  }

  async snapshot(): Promise<Snapshot> {
    const { client, connection } = await this.begin(READ)
    this.looking.add(client)
    return {
      rows: (sql, ...values) => connection.rows(sql, ...values),
      row: (sql, ...values) => connection.row(sql, ...values),
      run: (sql, ...values) => connection.run(sql, ...values),
      script: (sql) => connection.script(sql),
      close: async () => {
        if (this.looking.delete(client)) await end(client, 'rollback')
      },
    }
  }

  /** The server remembers, whatever connection asks. */
  anew(): Promise<Snapshot> {
    return this.snapshot()
  }

  /** What `work` would answer if it could write: nothing of it stays. */
  async tried<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const { client, connection } = await this.begin('begin')
    try {
      return await work(connection)
    } finally {
      await end(client, 'rollback')
    }
  }

  /** Outside any transaction. */
  async alone(sql: string): Promise<void> {
    const client = await this.connect()
    try {
      await new PostgresConnection(client, this.name).script(sql)
    } finally {
      client.release()
    }
  }

  /** Snapshots that nobody closed end with it. */
  close(): Promise<void> {
    for (const client of this.looking) client.release(true)
    this.looking.clear()
    return this.pool.end()
  }

  private async within<T>(sql: string, work: (connection: Connection) => Promise<T>): Promise<T> {
    const { client, connection } = await this.begin(sql)
    let result: T
    try {
      result = await work(connection)
    } catch (error) {
      await end(client, 'rollback')
      throw error
    }
    await end(client, 'commit').catch((error: unknown) => {
      throw told(this.name, error)
    })
    return result
  }

  private async begin(
    sql: string,
  ): Promise<{ client: pg.PoolClient; connection: PostgresConnection }> {
    const client = await this.connect()
    const connection = new PostgresConnection(client, this.name)
    try {
      await connection.script(sql)
    } catch (error) {
      await end(client, 'rollback')
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
}

/** Ends a transaction. A connection that cannot even do that is not used again; a commit that failed says so. */
async function end(client: pg.PoolClient, how: 'commit' | 'rollback'): Promise<void> {
  try {
    await client.query(how)
  } catch (error) {
    client.release(true)
    if (how === 'commit') throw error
    return
  }
  client.release()
}
