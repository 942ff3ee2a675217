import { createIdentifier, type Act, type ActorKind, type Ledger } from '@hearsay/engine'
import type { Connection } from '../database.js'
import { insertRows } from '../write/insert-rows.js'
import { storable } from '../rows/storable.js'
import { unsettleKeys } from './unsettled.js'

let made: ReturnType<typeof createIdentifier> | undefined
/** Compiled once, when it is first needed. */
export const identifier = () => (made ??= createIdentifier())

/** An actor of an article, with what it says there. */
export interface ActorRow {
  article: number
  actor: string
  name: string
  kind: string
  title: string | null
  justification: string | null
  /** As JSON: the words of its mentions, each once. */
  names: string
  /** As JSON: how often it speaks in which act. */
  acts: string
  published: string | null
}

const NAMED = new Set<ActorKind>(['person', 'organization', 'outlet'])

/** The rows that follow from a ledger: all who speak, and all people and bodies with a name. */
export function actorRows(article: number, ledger: Ledger): ActorRow[] {
  const counts = actsOf(ledger)
  return ledger.actors.flatMap(({ id, name, kind, title, justification, mentions }) => {
    const acts = [...(counts.get(id) ?? [])].map(([act, count]) => ({ act, count })).sort(byCount)
    if (id === 'a0' || (acts.length === 0 && !NAMED.has(kind))) return []
    const names = [...new Set(mentions.map(({ text }) => text.replace(/\s+/gu, ' ')))]
    return {
      ...{ article, actor: id, name: storable(name), kind },
      title: storable(title),
      justification: storable(justification),
      names: storable(JSON.stringify(names.sort())),
      acts: JSON.stringify(acts),
      published: ledger.article.published,
    }
  })
}

/** By actor, how often it speaks in which act. */
function actsOf({ statements }: Ledger): Map<string, Map<Act, number>> {
  const acts = new Map<string, Map<Act, number>>()
  for (const { source, cue } of statements)
    for (const actor of new Set(source?.actors)) {
      const counts = acts.get(actor) ?? new Map<Act, number>()
      acts.set(actor, counts.set(cue.act, (counts.get(cue.act) ?? 0) + 1))
    }
  return acts
}

export function byCount(a: { act: Act; count: number }, b: { act: Act; count: number }): number {
  return b.count - a.count || (a.act < b.act ? -1 : 1)
}

/** The keys by which an actor may be somebody's of another article; one of its own when it has no name. */
export function keysOf({ article, actor, name, kind, names }: ActorRow): string[] {
  const parsed = JSON.parse(names) as string[]
  const keys = identifier().blockKeys({ name, kind: kind as ActorKind, names: parsed })
  return keys.length > 0 ? keys : [`alone:${article}.${actor}`]
}

/** Puts an article's actors in place of what was known of them; who they are across articles is settled later. */
export async function putActors(
  connection: Connection,
  article: number,
  ledger: Ledger,
): Promise<void> {
  const rows = actorRows(article, ledger)
  const keys = rows.flatMap((row) =>
    keysOf(row).map((key) => ({ key: storable(key), article, actor: row.actor })),
  )
  await insertRows(connection, 'article_actors', rows)
  await insertRows(connection, 'actor_keys', keys)
  await unsettleKeys(connection, new Set(keys.map(({ key }) => key)))
}

/** Takes out an article's actors; who they were is settled later. */
export async function removeActors(connection: Connection, article: number): Promise<void> {
  const keys = await connection.rows<{ key: string }>(
    'select distinct key from actor_keys where article = ?',
    article,
  )
  const known = await connection.rows<{ key: string }>(
    `select distinct 'identity:' || identity as key from article_actors
     where article = ? and identity is not null`,
    article,
  )
  await unsettleKeys(connection, new Set([...keys, ...known].map(({ key }) => key)))
  await connection.run('delete from actor_keys where article = ?', article)
  await connection.run('delete from article_actors where article = ?', article)
}
