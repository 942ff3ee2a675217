import type { Hits, Query } from '@hearsay/contract'
import { cursorOf, endOf, type End } from './cursor.js'
import type { Connection, Sql } from '../database.js'
import { isHopeless } from './expression.js'
import { hitsOf } from './hits.js'
import { candidates, questionOf, type Question } from './question.js'
import { scores } from './score.js'
import { articleOf } from '../rows/statement-id.js'
import type { WordIndex } from './word-index.js'

/** More hits than this are not counted to the end. */
export const COUNTED = 10_000
/** More hits than this are not ranked: a word that stands in so many says little. */
const RANKED = 1_000

const NOTHING: Hits = { hits: [], total: 0, exact: true, next: null, ranked: false }

/** The statements that answer a query, the same in the same order on every database. */
export async function search(
  connection: Connection,
  index: WordIndex,
  query: Query,
): Promise<Hits> {
  const question = await questionOf(connection, index, query)
  if (!question || (question.expression && isHopeless(question.expression))) return NOTHING
  const found = foundBy(index, question, query.origins ?? false)
  const total = await counted(connection, found)
  const ranked = question.asked.length > 0 && query.order !== 'newest' && total <= RANKED
  const after = query.cursor === undefined ? null : endOf(query.cursor)
  const ends = ranked
    ? await bestFirst(connection, found, question, after)
    : await newestFirst(connection, found, after, query.limit)
  const page = ends.slice(0, query.limit)
  const hits = await hitsOf(
    connection,
    page.map(({ id }) => id),
  )
  const next = ends.length > page.length && page.length > 0 ? cursorOf(page.at(-1)!) : null
  return { hits, total: Math.min(total, COUNTED), exact: total <= COUNTED, next, ranked }
}

/** `select id …` of what is found: of each story the newest hit alone, when only origins are asked. */
export function foundBy(index: WordIndex, question: Question, origins: boolean): Sql {
  const { sql, values } = candidates(index, question)
  if (!origins) return { sql, values }
  const article = articleOf('candidates.id')
  return {
    sql: `select max(candidates.id) as id from (${sql}) as candidates
      left join reprints on reprints.article = ${article}
      group by coalesce(reprints.origin, ${article})`,
    values,
  }
}

async function counted(connection: Connection, { sql, values }: Sql): Promise<number> {
  const row = await connection.row<{ total: number }>(
    `select count(*) as total from (${sql} limit ?) as found`,
    ...values,
    COUNTED + 1,
  )
  return row?.total ?? 0
}

/** One more than the page has, to know whether there is another. */
async function newestFirst(
  connection: Connection,
  { sql, values }: Sql,
  after: End | null,
  limit: number,
): Promise<End[]> {
  const rows = await connection.rows<{ id: number }>(
    `select id from (${sql}) as found where id < ? order by id desc limit ?`,
    ...values,
    after?.id ?? Number.MAX_SAFE_INTEGER,
    limit + 1,
  )
  return rows.map(({ id }) => ({ id, score: null }))
}

/** All that come after the page before. */
async function bestFirst(
  connection: Connection,
  { sql, values }: Sql,
  { asked }: Question,
  after: End | null,
): Promise<End[]> {
  const all = await connection.row<{ texts: string | null }>(
    `select string_agg(statement_tokens.id || ' ' || words, ?) as texts
     from (${sql}) as found join statement_tokens on statement_tokens.id = found.id`,
    '\n',
    ...values,
  )
  const lines = all?.texts?.split('\n') ?? []
  const texts = lines.map((line) => line.slice(line.indexOf(' ') + 1))
  const scored = scores(texts, asked).map((score, n) => ({ id: parseInt(lines[n]!, 10), score }))
  const sorted = scored.sort((one, other) => order(one, other))
  return after === null ? sorted : sorted.filter((end) => order(after, end) < 0)
}

/** The better answer first; of equals, the newer. */
function order(one: End, other: End): number {
  return (other.score ?? 0) - (one.score ?? 0) || other.id - one.id
}
