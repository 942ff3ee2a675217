import { FACETS, type Facets, type Query } from '@hearsay/contract'
import type { Connection } from '../database.js'
import { isHopeless } from './expression.js'
import { questionOf } from './question.js'
import { COUNTED, foundBy } from './search.js'
import { articleOf } from '../rows/statement-id.js'
import type { WordIndex } from './word-index.js'

const SHOWN = 20

/** What the hits of a query have in common: of the newest that are counted, the most frequent values. */
export async function facets(
  connection: Connection,
  index: WordIndex,
  query: Query,
): Promise<Facets> {
  const result = Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as Facets
  const question = await questionOf(connection, index, query)
  if (!question || (question.expression && isHopeless(question.expression))) return result
  const { sql, values } = foundBy(index, question, query.origins ?? false)
  for (const facet of FACETS) {
    const column = facet === 'outlet' ? 'entries.outlet' : `statements.${facet}`
    result[facet] = await connection.rows(
      `select ${column} as value, count(*) as count
       from (select id from (${sql}) as found order by id desc limit ?) as newest
       join statements on statements.id = newest.id
       join entries on entries.article = ${articleOf('newest.id')}
       where ${column} is not null group by ${column} order by count desc, value limit ?`,
      ...values,
      COUNTED,
      SHOWN,
    )
  }
  return result
}
