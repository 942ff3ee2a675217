import { Connection } from './connection.js'
import { MIGRATIONS } from './schema.js'

export interface SchemaPart {
  name: string
  sql: string
}

/** The tables, indexes and triggers of a database, by name. */
export function schemaOf(connection: Connection): SchemaPart[] {
  return connection.rows<SchemaPart>(
    'select name, sql from sqlite_master where sql is not null order by name',
  )
}

/** The same of a database that was just made. */
export function plannedSchema(): SchemaPart[] {
  const connection = Connection.inMemory()
  try {
    for (const { sql } of MIGRATIONS) connection.script(sql)
    return schemaOf(connection)
  } finally {
    connection.close()
  }
}
