import { HearsayError } from '@hearsay/engine'
import type { Home } from '../home.js'
import type { Connection } from './connection.js'
import { reindex } from './index-statements.js'
import { append } from './journal.js'
import { MIGRATIONS } from './schema.js'

/**
 * Takes the steps of the schema that are still to take, all or none. Of processes that start at once, one does.
 * @throws HearsayError `store-newer`: a later version of hearsay has been here.
 */
export function migrate(
  connection: Connection,
  home: Home,
  at: () => string,
  steps = MIGRATIONS.length,
): void {
  if (versionOf(connection) === steps) return
  connection.write(() => {
    const version = versionOf(connection)
    if (version > steps) throw newer(home, version, steps)
    const due = MIGRATIONS.slice(version, steps)
    for (const { sql } of due) connection.script(sql)
    if (due.some((step) => step.reindex)) reindex(connection)
    if (due.length > 0) append(connection, at(), 'schema', { version: steps })
    connection.script(`pragma user_version = ${steps}`)
  })
}

export function versionOf(connection: Connection): number {
  return connection.row<{ user_version: number }>('pragma user_version')?.user_version ?? 0
}

function newer(home: Home, version: number, steps: number): HearsayError {
  return new HearsayError(
    'store-newer',
    `${home.folder} was written by a newer hearsay: its schema is ${version}, this one knows ${steps}. Update hearsay.`,
  )
}
