import { Hit } from '@hearsay/contract'
import { z } from 'zod'
import type { Connection } from '../database.js'
import { inJson } from '../rows/in-json.js'
import { articleOf } from '../rows/statement-id.js'

const HitRow = Hit.extend({
  id: z.int(),
  negated: z.int().transform((negated) => negated === 1),
  telling: inJson(Hit.shape.telling),
  spans: inJson(Hit.shape.spans),
})

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
  const rows = await connection.rows<unknown>(
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
  const hits = new Map(
    z
      .array(HitRow)
      .parse(rows)
      .map(({ id, ...hit }) => [id, hit]),
  )
  return ids.flatMap((id) => hits.get(id) ?? [])
}
