import { DatabaseSync } from '@photostructure/sqlite'
import type { Connection } from '../sql/database.js'
import { MIGRATIONS } from './schema.js'

export interface SchemaPart {
  name: string
  sql: string
}

const NAMED = 'select name, sql from sqlite_master where sql is not null order by name'

/** The tables, indexes and triggers of a database, by name. */
export function schemaOf(connection: Connection): Promise<SchemaPart[]> {
  return connection.rows<SchemaPart>(NAMED)
}

/** The same of a database that was just made. */
export function plannedSchema(): SchemaPart[] {
  const database = new DatabaseSync(':memory:')
  try {
    for (const { sql } of MIGRATIONS) database.exec(sql)
    return database.prepare(NAMED).all() as SchemaPart[]
  } finally {
    database.close()
  }
}
