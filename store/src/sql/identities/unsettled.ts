import type { Connection } from '../database.js'

/** Notes keys whose actors must be looked at again. */
export async function unsettleKeys(connection: Connection, keys: Iterable<string>): Promise<void> {
  for (const key of keys)
    await connection.run('insert into unsettled (key) values (?) on conflict (key) do nothing', key)
}

/** Notes the actors that a decision speaks of, so far as they are here. */
export async function unsettle(
  connection: Connection,
  refs: readonly { article: string; actor: string }[],
): Promise<void> {
  for (const { article, actor } of refs)
    await unsettleKeys(connection, await keysAt(connection, article, actor))
}

export async function keysAt(
  connection: Connection,
  article: string,
  actor: string,
): Promise<string[]> {
  const rows = await connection.rows<{ key: string }>(
    `select key from actor_keys join articles on articles.id = actor_keys.article
     where hash = ? and actor = ?`,
    ...[article, actor],
  )
  return rows.map(({ key }) => key)
}
