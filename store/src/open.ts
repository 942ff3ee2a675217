import { prepareHome } from './home.js'
import { openPostgres } from './postgres/open-postgres.js'
import type { PatienceOptions } from './postgres/patience.js'
import type { Backend } from './sql/backend.js'
import { SqlStore } from './sql/sql-store.js'
import { openSqlite } from './sqlite/open-sqlite.js'
import type { Counts } from '@hearsay/contract'
import type { Store } from './store.js'

/** Where the store is: in a folder, made when it is not there, or in a database: `postgres://user@host/database`. */
export type OpenOptions = ({ home: string } | ({ url: string } & PatienceOptions)) & {
  /** The clock. */
  now: () => Date
}

/**
 * Opens a store and brings it to the schema of this version. Several processes may have it open.
 * @throws HearsayError `store-unwritable`, `store-unreachable`, `store-address`, `store-full`, `store-busy`,
 * `store-damaged`, `store-newer`. One that cannot be written opens all the same: what would change it throws
 * `store-read-only`.
 */
export async function openStore(options: OpenOptions): Promise<Store> {
  return SqlStore.open(await openBackend(options), options.now)
}

/**
 * Puts a backup into a store that holds nothing yet, in a folder or in a database, whichever it came from. All or
 * nothing, and checked before it counts.
 * @throws HearsayError `store-not-empty`, `backup-damaged`, `backup-newer`, and as `openStore` does.
 */
export async function restoreStore(
  options: OpenOptions,
  source: AsyncIterable<Uint8Array>,
): Promise<Counts> {
  return SqlStore.restore(await openBackend(options), options.now, source)
}

function openBackend(options: OpenOptions): Promise<Backend> {
  return 'url' in options
    ? openPostgres(options.url, options)
    : openSqlite(prepareHome(options.home))
}
