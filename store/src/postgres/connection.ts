import type { PoolClient } from 'pg'
import type { Connection, Value } from '../sql/database.js'
import { withoutNul } from '../sql/write/refuse-unstorable.js'
import { told } from './failures.js'
import { numbered } from './placeholders.js'

/** One connection to PostgreSQL, within a transaction. */
export class PostgresConnection implements Connection {
  constructor(
    private readonly client: PoolClient,
    private readonly name: string,
  ) {}

  async rows<T>(sql: string, ...values: Value[]): Promise<T[]> {
    const kept = values.map(withoutNul)
    return this.telling(async () => (await this.client.query(numbered(sql), kept)).rows as T[])
  }

  async row<T>(sql: string, ...values: Value[]): Promise<T | undefined> {
    return (await this.rows<T>(sql, ...values))[0]
  }

  async run(sql: string, ...values: Value[]): Promise<void> {
    await this.rows(sql, ...values)
  }

  async script(sql: string): Promise<void> {
    await this.telling(() => this.client.query(sql))
  }

  private async telling<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work()
    } catch (error) {
      throw told(this.name, error)
    }
  }
}
