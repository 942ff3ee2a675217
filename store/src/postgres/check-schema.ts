import type { Connection } from '../sql/database.js'
import type { Problem } from '@hearsay/contract'
import type { PostgresDatabase } from './postgres-database.js'
import { MIGRATIONS } from './schema.js'

interface Part {
  name: string
  built: string
}

/** Tables with their columns, indexes and triggers of the schema that is first in the search path. */
const PARTS = `
  select table_name || '.' || column_name as name,
    concat_ws(' ', ordinal_position, coalesce(domain_name, udt_name), is_nullable) as built
  from information_schema.columns where table_schema = current_schema
  union all
  select indexname, replace(indexdef, current_schema || '.', '') from pg_indexes
  where schemaname = current_schema
  union all
  select conrelid::regclass || ' ' || conname, pg_get_constraintdef(oid) from pg_constraint
  where connamespace = current_schema::regnamespace and conrelid <> 0 and contype <> 'n'
  union all
  select tgrelid::regclass || ' ' || tgname, concat(tgtype, tgenabled) from pg_trigger
  join pg_class on pg_class.oid = tgrelid
  where relnamespace = current_schema::regnamespace and not tgisinternal`

const PLANNED = 'hearsay_planned'

/** A schema that is not ours. */
export async function* schemaProblems(database: PostgresDatabase): AsyncGenerator<Problem> {
  const { here, planned } = await database.tried(async (connection) => ({
    here: await parts(connection),
    planned: await partsPlanned(connection),
  }))
  const due = new Map(planned.map(({ name, built }) => [name, built]))
  for (const { name, built } of here) {
    const where = 'schema'
    if (due.has(name) && due.get(name) !== built)
      yield { where, what: `${name} is not built as it should be` }
    due.delete(name)
  }
  for (const name of due.keys()) yield { where: 'schema', what: `${name} is missing` }
}

/** What is not ours may stand beside it: a database is often shared. */
async function partsPlanned(connection: Connection): Promise<Part[]> {
  await connection.script(`create schema ${PLANNED}; set local search_path = ${PLANNED}`)
  for (const { sql } of MIGRATIONS) await connection.script(sql)
  return parts(connection)
}

async function parts(connection: Connection): Promise<Part[]> {
  const rows = await connection.rows<Part>(PARTS)
  return rows.map(({ name, built }) => ({ name, built: built.replaceAll(`${PLANNED}.`, '') }))
}
