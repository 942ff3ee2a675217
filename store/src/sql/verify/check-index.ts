import type { Problem } from '@hearsay/contract'
import type { Checked } from './checked.js'
import type { Connection } from '../database.js'
import { articleOf } from '../rows/statement-id.js'
import { wordsOf } from '../search/vocabulary.js'

/** Tables of what is found, each with the row id of its article. */
const TABLES: readonly [table: string, article: string][] = [
  ['statements', articleOf('statements.id')],
  ['review', articleOf('review.id')],
  ['statement_tokens', articleOf('statement_tokens.id')],
  ['statement_numbers', articleOf('statement')],
  ['entries', 'entries.article'],
]

/** Whether the search knows of no article that is not there, and of the words that were said and no others. */
export async function* indexProblems({ connection }: Checked): AsyncGenerator<Problem> {
  for (const [table, article] of TABLES) {
    const left = await connection.row<{ count: number }>(
      `select count(*) as count from ${table}
       where not exists (select 1 from articles where articles.id = ${article})`,
    )
    if (left?.count) yield { where: table, what: 'has rows of an article that is not there' }
  }
  const due = await wordsSaid(connection)
  for (const { word } of await connection.rows<{ word: string }>('select word from vocabulary')) {
    if (!due.delete(word)) yield { where: 'vocabulary', what: `nobody said "${word}"` }
  }
  if (due.size > 0) yield { where: 'vocabulary', what: `${due.size} words are missing` }
}

const PAGE = 1000

async function wordsSaid(connection: Connection): Promise<Set<string>> {
  const said = new Set<string>()
  for (let last = -1; ;) {
    const rows = await connection.rows<{ id: number; words: string }>(
      'select id, words from statement_tokens where id > ? order by id limit ?',
      last,
      PAGE,
    )
    for (const word of wordsOf(rows)) said.add(word)
    if (rows.length < PAGE) return said
    last = rows.at(-1)!.id
  }
}
