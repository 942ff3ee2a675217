import type { Act } from '@hearsay/engine'
import type { Hit, Hits, Query } from '../store.js'
import type { Connection, Value } from '../sql/database.js'

interface HitRow {
  article: string
  statement: string
  who: string | null
  act: Act
  negated: number
  words: string
  spans: string
  origin: string
  outlet: string | null
  published: string | null
}

/** The statements that answer a query: the best first when words are asked, else as they were added. */
export async function search(connection: Connection, query: Query): Promise<Hits> {
  const { tables, conditions, values, order } = clausesOf(query)
  const from = `from ${tables} where ${conditions.join(' and ')}`
  const total = await connection.row<{ total: number }>(
    `select count(*) as total ${from}`,
    ...values,
  )
  const rows = await connection.rows<HitRow>(
    `select articles.hash as article, statement, who, act, negated, statements.words, spans,
       origin, outlet, published
     ${from} order by ${order}, statements.id limit ?`,
    ...values,
    query.limit,
  )
  return { hits: rows.map(hitOf), total: total?.total ?? 0 }
}

interface Clauses {
  tables: string
  conditions: string[]
  values: Value[]
  order: string
}

/** Of an article found in several places, a hit names the place that its latest ledger speaks of. */
const ARTICLE = `join articles on articles.id = statements.article
  join captures on captures.id =
    (select capture from ledgers where ledgers.article = articles.id order by id desc limit 1)`
const WORDS = 'statement_words join statements on statements.id = statement_words.rowid'

function clausesOf({ words, actor, act, outlet, since }: Query): Clauses {
  const match = [...matchOf('words', words), ...matchOf('names', actor)].join(' AND ')
  const conditions: [string, Value | undefined][] = [
    ['statement_words match ?', match || undefined],
    ['act = ?', act],
    [`${ANYWHERE} outlet like ? escape '\\')`, outlet && `%${outlet.replace(/[\\%_]/g, '\\$&')}%`],
    [`${ANYWHERE} published >= ?)`, since],
  ]
  const asked = conditions.filter(([, value]) => value !== undefined)
  return {
    tables: `${match ? WORDS : 'statements'} ${ARTICLE}`,
    conditions: ['true', ...asked.map(([condition]) => condition)],
    values: asked.map(([, value]) => value as Value),
    order: match ? 'rank' : 'articles.id',
  }
}

const ANYWHERE = 'exists (select 1 from captures where captures.article = articles.id and'

/** `dam "held firm" flood*` as FTS5 reads it: every part must occur in the column. Empty when nothing is asked. */
function matchOf(column: 'words' | 'names', asked: string | undefined): string[] {
  if (asked === undefined) return []
  // A NUL would end the question early.
  const parts = [...asked.replaceAll('\0', ' ').matchAll(/["“”]([^"“”]*)["“”]|[^\s"“”]+/g)].flatMap(
    ([part, phrase]) => {
      const bare = phrase ?? part.replace(/\*$/, '')
      // What holds no letter and no digit is not in the index.
      if (!/[\p{L}\p{N}]/u.test(bare)) return []
      return [`"${bare}"${phrase === undefined && part.endsWith('*') ? '*' : ''}`]
    },
  )
  // An empty phrase is found nowhere, as it should when nothing in the question can be looked up.
  return [`${column} : (${parts.join(' AND ') || '""'})`]
}

function hitOf(row: HitRow): Hit {
  return {
    ...row,
    negated: row.negated === 1,
    spans: JSON.parse(row.spans) as [number, number][],
  }
}
