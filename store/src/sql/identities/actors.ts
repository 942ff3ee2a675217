import { foldedWords, HearsayError, type ActorKind } from '@hearsay/engine'
import type { ActorDetails, ActorEntry, ActorPage, Actors } from '@hearsay/contract'
import type { Connection, Value } from '../database.js'
import type { EntryFacts } from '../rows/entry-row.js'
import { placeAfter } from '../search/place-after.js'
import type { IdentityFacts } from './settle.js'

type Mention = ActorDetails['mentions'][number]

interface Row {
  id: string
  kind: ActorKind
  name: string
  statements: number
  entry: string
}

/** A page of the actors across articles: who says most comes first. */
export async function actors(connection: Connection, page: ActorPage): Promise<Actors> {
  const conditions = ['true']
  const values: Value[] = []
  for (const word of foldedWords(page.words ?? '')) {
    conditions.push('label like ?')
    values.push(`% ${word}%`)
  }
  if (page.kind !== undefined) {
    conditions.push('kind = ?')
    values.push(page.kind)
  }
  const where = conditions.join(' and ')
  const counted = await connection.row<{ total: number }>(
    `select count(*) as total from identities where ${where}`,
    ...values,
  )
  const after = page.cursor === undefined ? null : endOf(page.cursor)
  const rows = await connection.rows<Row>(
    `select id, kind, name, statements, entry from identities
     where ${where} ${after ? 'and (statements < ? or (statements = ? and id > ?))' : ''}
     order by statements desc, id limit ?`,
    ...values,
    ...(after ? [after.statements, after.statements, after.id] : []),
    page.limit + 1,
  )
  const shown = rows.slice(0, page.limit)
  const last = rows.length > shown.length ? shown.at(-1) : undefined
  const next = last ? `${last.statements}_${last.id}` : null
  return { actors: shown.map(entryOf), total: counted?.total ?? 0, next }
}

function endOf(cursor: string): { statements: number; id: string } {
  const [statements = '', id = ''] = placeAfter(cursor, /^(\d{1,15})_(.+)$/su)
  return { statements: Number(statements), id }
}

function entryOf({ entry, ...row }: Row): ActorEntry {
  return { ...row, ...(JSON.parse(entry) as IdentityFacts) }
}

/** @throws HearsayError `actor-unknown`. */
export async function actor(connection: Connection, id: string): Promise<ActorDetails> {
  const row = await connection.row<Row>(
    'select id, kind, name, statements, entry from identities where id = ?',
    id,
  )
  if (!row) {
    throw new HearsayError(
      'actor-unknown',
      `There is no actor ${id}. "hearsay actors" lists those that are kept.`,
    )
  }
  const rows = await connection.rows<Omit<Mention, 'articleTitle'> & { facts: string }>(
    `select hash as article, actor, name, article_actors.title, justification, facts, entries.outlet, captures.published
     from article_actors join articles on articles.id = article_actors.article
     join entries on entries.article = article_actors.article
     join captures on captures.id = entries.capture
     where identity = ? order by article_actors.article, actor`,
    id,
  )
  const mentions = rows.map(({ facts, ...mention }) => ({
    ...mention,
    articleTitle: (JSON.parse(facts) as EntryFacts).title,
  }))
  return { ...entryOf(row), mentions }
}

/** Articles in which an actor speaks. */
export async function spokenIn(connection: Connection, id: string): Promise<string[]> {
  await actor(connection, id)
  const rows = await connection.rows<{ hash: string }>(
    `select distinct hash from article_actors join articles on articles.id = article_actors.article
     where identity = ? and acts <> '[]' order by hash`,
    id,
  )
  return rows.map(({ hash }) => hash)
}
