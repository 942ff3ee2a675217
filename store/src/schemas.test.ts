import { DatabaseSync } from '@photostructure/sqlite'
import pg from 'pg'
import { expect, test } from 'vitest'
import { temporaryStore } from '../../tests/temporary-store.js'
import { MIGRATIONS } from './sqlite/schema.js'

const its = temporaryStore('PostgreSQL', 'all')

interface Column {
  table: string
  column: string
  type: string
  nullable: boolean
}

interface Key {
  table: string
  /** In order, parted by commas. */
  columns: string
}

/** What each database calls the same kind of value. */
const KINDS: Record<string, string> = {
  ...{ integer: 'whole', int4: 'whole', int8: 'whole' },
  ...{ text: 'text', plain: 'text', real: 'number', float8: 'number' },
}

/** What only one of them has, and why. */
const OWN = [
  // SQLite looks words up in tables of its own, PostgreSQL in one column.
  /^(statement_index|vocabulary_parts)/,
  /^statement_tokens\.(names|places|keys|tokens) /,
  /^vocabulary(\.id | \(id\)$)/,
  // Bytes lie in files beside SQLite, which counts the steps of its schema itself.
  /^(contents|hearsay)\b/,
  // Keys of any length do not fit an index of PostgreSQL: whoever writes looks first, while nobody else writes.
  /^captures \(address,blob,particulars\)$/,
  /^polls \(address\)$/,
]
const shared = (name: string) => !OWN.some((pattern) => pattern.test(name))

function inSqlite<Row>(sql: string): Row[] {
  const database = new DatabaseSync(':memory:')
  try {
    for (const step of MIGRATIONS) database.exec(step.sql)
    return database.prepare(sql).all() as Row[]
  } finally {
    database.close()
  }
}

async function inPostgres<Row>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: its.url })
  await client.connect()
  try {
    return (await client.query(sql)).rows as Row[]
  } finally {
    await client.end()
  }
}

const described = (columns: readonly Column[]) =>
  columns
    .map(({ table, column, type, nullable }) => {
      const kind = KINDS[type.toLowerCase()] ?? type
      return `${table}.${column} ${kind}${nullable ? ', may be null' : ''}`
    })
    .filter(shared)
    .sort()

const keyed = (keys: readonly Key[]) =>
  [...new Set(keys.map(({ table, columns }) => `${table} (${columns})`))].filter(shared).sort()

test('both databases have the same tables, with the same columns of the same kinds', async () => {
  const sqlite = inSqlite<Omit<Column, 'nullable'> & { nullable: number }>(
    `select tables.name as "table", columns.name as "column", columns.type as type,
       columns."notnull" = 0 and columns.pk = 0 as nullable
     from sqlite_master as tables, pragma_table_info(tables.name) as columns
     where tables.type = 'table'`,
  ).map((each) => ({ ...each, nullable: each.nullable !== 0 }))
  const postgres = await inPostgres<Column>(
    `select table_name as "table", column_name as "column", coalesce(domain_name, udt_name) as type,
       is_nullable = 'YES' as nullable
     from information_schema.columns where table_schema = current_schema`,
  )
  expect(described(postgres)).toEqual(described(sqlite))
})

test('both hold the same to be there once', async () => {
  const sqlite = inSqlite<Key>(
    `select tables.name as "table", (select group_concat(name) from
         (select name from pragma_index_info(keys.name) order by seqno)) as columns
     from sqlite_master as tables, pragma_index_list(tables.name) as keys
     where tables.type = 'table' and keys."unique"
     union
     select tables.name, columns.name
     from sqlite_master as tables, pragma_table_info(tables.name) as columns
     where tables.type = 'table' and columns.pk = 1
       and not exists (select 1 from pragma_index_list(tables.name) where origin = 'pk')`,
  )
  const postgres = await inPostgres<Key>(
    `select relname as "table", string_agg(attname, ',' order by place) as columns
     from pg_index join pg_class on pg_class.oid = indrelid
     cross join unnest(indkey::int2[]) with ordinality as parts (attribute, place)
     join pg_attribute on attrelid = indrelid and attnum = attribute
     where indisunique and relnamespace = current_schema::regnamespace
     group by relname, indexrelid`,
  )
  expect(keyed(postgres)).toEqual(keyed(sqlite))
})
