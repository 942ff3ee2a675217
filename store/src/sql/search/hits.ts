import type { Act, Voice } from '@hearsay/engine'
import type { Hit } from '@hearsay/contract'
import type { Connection } from '../database.js'
import { articleOf } from '../rows/statement-id.js'

interface HitRow {
  id: number
  article: string
  statement: string
  parent: string | null
  who: string | null
  act: Act
  negated: number
  telling: string
  voice: Voice
  remove: number | null
  said: string | null
  words: string
  spans: string
  origin: string
  outlet: string | null
  published: string | null
  reprints: number
  actorId: string | null
}

/** How many further articles carry the story of the article with this row id. */
export const REPRINTS = (article: string) =>
  `(select count(*) from reprints where origin =
    coalesce((select origin from reprints where article = ${article}), ${article}))`

/**
 * The statements with these row ids, in their order. Of an article found in several places, a hit names the one that
 * its latest ledger speaks of.
 */
export async function hitsOf(connection: Connection, ids: readonly number[]): Promise<Hit[]> {
  if (ids.length === 0) return []
  const rows = await connection.rows<HitRow>(
    `select statements.id, hash as article, statement, parent, who, act, negated, telling, voice, remove, said, words,
       spans,
       origin, captures.outlet, captures.published, identity as "actorId",
       ${REPRINTS('entries.article')} as reprints
     from statements
     join entries on entries.article = ${articleOf('statements.id')}
     join articles on articles.id = entries.article
     join captures on captures.id = entries.capture
     left join article_actors on article_actors.article = entries.article
       and article_actors.actor = statements.actor
     where statements.id in (${ids.map(() => '?').join(', ')})`,
    ...ids,
  )
  const hits = new Map(rows.map(({ id, ...row }) => [id, hitOf(row)]))
  return ids.flatMap((id) => hits.get(id) ?? [])
}

function hitOf({ negated, telling, spans, ...row }: Omit<HitRow, 'id'>): Hit {
  return {
    ...row,
    negated: negated === 1,
    telling: JSON.parse(telling) as Hit['telling'],
    spans: JSON.parse(spans) as [number, number][],
  }
}
