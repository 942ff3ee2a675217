import {
  foldedWords,
  undone,
  type Act,
  type ArticleActor,
  type Correction,
  type Decision,
  type Identity,
} from '@hearsay/engine'
import { byCount, identifier } from './actor-rows.js'
import { decisions } from '../rows/correction-rows.js'
import type { Connection } from '../database.js'
import { keysAt } from './unsettled.js'

/** An actor of an article as it is kept, with who it was taken for. */
interface Member extends ArticleActor {
  row: number
  acts: { act: Act; count: number }[]
  identity: string | null
}

export interface IdentityRow {
  id: string
  kind: string
  name: string
  label: string
  statements: number
  entry: string
}

/** What of an identity is kept as JSON. */
export interface IdentityFacts {
  names: string[]
  titles: string[]
  articles: number
  acts: { act: Act; count: number }[]
  doubts: Identity['doubts']
}

/** Settles who is who where actors came, went or were spoken of since it was last settled. */
export async function settle(connection: Connection): Promise<void> {
  const due = await connection.rows<{ key: string }>('select key from unsettled order by key')
  if (due.length === 0) return
  const ruled = await decisionsInForce(connection)
  const keys = await reachable(
    connection,
    due.map(({ key }) => key),
    ruled,
  )
  const members = await membersOf(connection, keys)
  const before = new Set([
    ...due.flatMap(({ key }) => (key.startsWith('identity:') ? [key.slice(9)] : [])),
    ...members.flatMap(({ identity }) => identity ?? []),
  ])
  for (const id of before) await connection.run('delete from identities where id = ?', id)
  const found = identifier().identify(members, ruled)
  const placed = new Map(members.map((member) => [`${member.article} ${member.actor}`, member]))
  for (const identity of found) {
    const own = identity.members.map(({ article, actor }) => placed.get(`${article} ${actor}`)!)
    await insertIdentity(connection, identityRow(identity, own))
    for (const { row, actor, identity: was } of own)
      if (was !== identity.id)
        await connection.run(
          'update article_actors set identity = ? where article = ? and actor = ?',
          ...[identity.id, row, actor],
        )
  }
  await connection.run('delete from unsettled')
}

/** What people have decided of who is who, without what was taken back. */
export async function decisionsInForce(connection: Connection): Promise<Decision[]> {
  const all: Correction[] = await decisions(connection)
  const out = undone(all)
  return all.flatMap(({ id, change }) =>
    (change.kind === 'merge' || change.kind === 'split') && !out.has(id) ? [change] : [],
  )
}

const AT_ONCE = 64

/** All keys that these lead to: through actors that have several, and through decisions. */
async function reachable(
  connection: Connection,
  from: readonly string[],
  ruled: readonly Decision[],
): Promise<Set<string>> {
  const linked: string[][] = []
  for (const decision of ruled) {
    const refs = decision.kind === 'merge' ? decision.actors : [...decision.from, ...decision.to]
    const keys: string[] = []
    for (const { article, actor } of refs) keys.push(...(await keysAt(connection, article, actor)))
    linked.push(keys)
  }
  const seen = new Set<string>()
  let frontier = [...from]
  while (frontier.length > 0) {
    for (const key of frontier) seen.add(key)
    const next = new Set(linked.filter((keys) => keys.some((key) => seen.has(key))).flat())
    for (let at = 0; at < frontier.length; at += AT_ONCE) {
      const part = frontier.slice(at, at + AT_ONCE)
      const rows = await connection.rows<{ key: string }>(
        `select distinct theirs.key from actor_keys as ours join actor_keys as theirs
           on theirs.article = ours.article and theirs.actor = ours.actor
         where ours.key in (${part.map(() => '?').join(', ')})`,
        ...part,
      )
      for (const { key } of rows) next.add(key)
    }
    frontier = [...next].filter((key) => !seen.has(key))
  }
  return seen
}

async function membersOf(connection: Connection, keys: ReadonlySet<string>): Promise<Member[]> {
  const members = new Map<string, Member>()
  const all = [...keys]
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const part = all.slice(at, at + AT_ONCE)
    const rows = await connection.rows<MemberRow>(
      `${MEMBERS} join actor_keys on actor_keys.article = article_actors.article
         and actor_keys.actor = article_actors.actor
       where key in (${part.map(() => '?').join(', ')})`,
      ...part,
    )
    for (const row of rows) members.set(`${row.row} ${row.actor}`, memberOf(row))
  }
  return [...members.values()]
}

interface MemberRow extends Omit<Member, 'names' | 'acts'> {
  names: string
  acts: string
}

const MEMBERS = `select article_actors.article as row, hash as article, article_actors.actor, name, kind, title, names, acts,
  published, identity from article_actors join articles on articles.id = article_actors.article`

function memberOf({ names, acts, ...row }: MemberRow): Member {
  return {
    ...row,
    names: JSON.parse(names) as string[],
    acts: JSON.parse(acts) as Member['acts'],
  }
}

/** Every actor of every article. */
export async function allMembers(connection: Connection): Promise<Member[]> {
  return (await connection.rows<MemberRow>(MEMBERS)).map(memberOf)
}

export function identityRow(identity: Identity, members: readonly Member[]): IdentityRow {
  const { id, kind, name, names, titles, doubts } = identity
  const counts = new Map<Act, number>()
  for (const { acts } of members)
    for (const { act, count } of acts) counts.set(act, (counts.get(act) ?? 0) + count)
  const acts = [...counts].map(([act, count]) => ({ act, count })).sort(byCount)
  const facts: IdentityFacts = {
    names,
    titles,
    articles: new Set(members.map(({ article }) => article)).size,
    acts,
    doubts,
  }
  return {
    ...{ id, kind, name },
    label: ` ${[...new Set(names.flatMap(foldedWords))].join(' ')}`,
    statements: acts.reduce((sum, { count }) => sum + count, 0),
    entry: JSON.stringify(facts),
  }
}

async function insertIdentity(connection: Connection, row: IdentityRow): Promise<void> {
  const { id, kind, name, label, statements, entry } = row
  await connection.run(
    'insert into identities (id, kind, name, label, statements, entry) values (?, ?, ?, ?, ?, ?)',
    ...[id, kind, name, label, statements, entry],
  )
}
