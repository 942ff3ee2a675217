import { prepareHome } from './home.js'
import { openPostgres } from './postgres/open-postgres.js'
import { SqlStore } from './sql/sql-store.js'
import { openSqlite } from './sqlite/open-sqlite.js'
import type { Store } from './store.js'

/** Where the store is: in a folder, made when it is not there, or in a database: `postgres://user@host/database`. */
export type OpenOptions = ({ home: string } | { url: string }) & {
  /** The clock. */
  now: () => Date
}

/**
 * Opens a store and brings it to the schema of this version. Several processes may have it open.
 * @throws HearsayError `store-unwritable`, `store-unreachable`, `store-address`, `store-full`, `store-busy`,
 * `store-damaged`, `store-newer`.
 */
export async function openStore(options: OpenOptions): Promise<Store> {
  const backend =
    'url' in options ? await openPostgres(options.url) : await openSqlite(prepareHome(options.home))
  return SqlStore.open(backend, options.now)
}
