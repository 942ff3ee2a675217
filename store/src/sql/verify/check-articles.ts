import { checkLedger } from '@hearsay/engine'
import { sha256 } from '../../hash.js'
import type { Problem } from '@hearsay/contract'
import { actorRows } from '../identities/actor-rows.js'
import { correctedReading } from '../rows/corrected.js'
import type { Connection } from '../database.js'
import { entryRow } from '../rows/entry-row.js'
import { placesOf } from '../write/index-article.js'
import { indexRows } from '../rows/index-rows.js'
import { ledgerOf } from '../rows/ledgers.js'
import { reviewRows } from '../rows/review-rows.js'
import { idsOf } from '../rows/statement-id.js'
import type { WordIndex } from '../search/word-index.js'
import type { Checked } from './checked.js'

interface ArticleRow {
  id: number
  hash: string
}

/** Whether every article is its hash, every ledger keeps its contract, and the search knows what they say. */
export async function* articleProblems({ backend, connection }: Checked): AsyncGenerator<Problem> {
  const articles = await connection.rows<ArticleRow>('select id, hash from articles order by id')
  for (const row of articles) {
    const where = `article ${row.hash}`
    try {
      for await (const what of problemsOf(connection, backend.index, row)) yield { where, what }
    } catch (error) {
      yield { where, what: `cannot be read: ${(error as Error).message}` }
    }
  }
}

interface LedgerRow {
  id: number
  record: string
  text: string
  blob: string
}

async function* problemsOf(
  connection: Connection,
  index: WordIndex,
  { id, hash }: ArticleRow,
): AsyncGenerator<string> {
  const rows = await connection.rows<LedgerRow>(
    `select ledgers.id, record, text, blob from articles
     join ledgers on ledgers.article = articles.id join captures on captures.id = ledgers.capture
     where articles.id = ? order by ledgers.id`,
    id,
  )
  if (rows.length === 0) yield 'has no ledger'
  for (const row of rows) {
    const ledger = ledgerOf(row.record, row.text)
    const name = `ledger ${row.id}`
    if (sha256(ledger.article.text) !== hash) yield 'its text is not what its hash says'
    if (ledger.article.id !== `sha256:${hash}`) yield `${name} is of another article`
    if (ledger.article.bytes !== `sha256:${row.blob}`) yield `${name} is of other bytes`
    for (const problem of checkLedger(ledger)) yield `${name}: ${problem}`
  }
  yield* indexProblems(connection, index, id)
}

/** Whether what is found follows from the latest ledger. */
async function* indexProblems(
  connection: Connection,
  index: WordIndex,
  article: number,
): AsyncGenerator<string> {
  const reading = await correctedReading(connection, article)
  if (!reading) return
  const found = await placesOf(connection, article)
  for (const problem of checkLedger(reading.ledger)) yield `as corrected: ${problem}`
  const due = indexRows(article, reading.ledger, found)
  const range = idsOf(article)
  const here = {
    statements: await connection.rows(
      'select * from statements where id between ? and ? order by id desc',
      ...range,
    ),
    numbers: inOrder(
      await connection.rows(
        'select * from statement_numbers where statement between ? and ?',
        ...range,
      ),
    ),
    entries: await connection.rows('select * from entries where article = ?', article),
    review: await connection.rows(
      'select * from review where id between ? and ? order by id desc',
      ...range,
    ),
    actors: inOrder(
      await connection.rows(
        `select article, actor, name, kind, title, justification, names, acts, published
         from article_actors where article = ?`,
        article,
      ),
    ),
  }
  const planned = {
    statements: due.statements,
    numbers: inOrder(due.numbers),
    entries: [entryRow(article, reading, found)],
    review: reviewRows(article, reading),
    actors: inOrder(actorRows(article, reading.ledger)),
  }
  const held = await index.holds(connection, due.tokens, ...range)
  if (!held || JSON.stringify(here) !== JSON.stringify(planned))
    yield 'the search does not know it as its ledger is'
}

function inOrder(rows: readonly object[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort()
}
