import { prepareHome } from './home.js'
import { SqlStore } from './sql/sql-store.js'
import { openSqlite } from './sqlite/open-sqlite.js'
import type { Store } from './store.js'

export interface OpenOptions {
  /** The folder that holds it all; made when it is not there. */
  home: string
  /** The clock. */
  now: () => Date
}

/**
 * Opens the store in a folder, and brings it to the schema of this version. Several processes may have it open.
 * @throws HearsayError `store-unwritable`, `store-full`, `store-busy`, `store-damaged`, `store-newer`.
 */
export async function openStore({ home, now }: OpenOptions): Promise<Store> {
  return SqlStore.open(await openSqlite(prepareHome(home)), now)
}
