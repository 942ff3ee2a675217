import { HearsayError } from '@hearsay/engine'
import type { Backend } from '../backend.js'
import { reindex } from './index-article.js'
import { rejoin } from '../stories/join-story.js'
import { append } from './journal.js'

/**
 * Takes the steps of the schema that are still to take, all or none. Of processes that start at once, one does.
 * @throws HearsayError `store-newer`: a later version of hearsay has been here.
 */
export async function migrate(
  backend: Backend,
  at: () => string,
  steps = backend.migrations.length,
): Promise<void> {
  const { database } = backend
  if ((await database.read((connection) => backend.version(connection))) === steps) return
  await database.derive(async (connection) => {
    const version = await backend.version(connection)
    if (version > steps) throw newer(backend.name, version, steps)
    const due = backend.migrations.slice(version, steps)
    if (due.length === 0) return
    for (const { sql } of due) await connection.script(sql)
    if (due.some((step) => step.reindex)) await reindex(connection, backend.index)
    if (due.some((step) => step.restory)) await rejoin(connection)
    await append(connection, at(), 'schema', { version: steps })
    await backend.setVersion(connection, steps)
  })
}

function newer(name: string, version: number, steps: number): HearsayError {
  return new HearsayError(
    'store-newer',
    `${name} was written by a newer hearsay: its schema is ${version}, this one knows ${steps}. Update hearsay.`,
  )
}
