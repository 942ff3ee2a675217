import { checkLedger } from '@hearsay/engine'
import { sha256 } from '../hash.js'
import type { Problem } from '../store.js'
import type { Connection } from './database.js'
import { indexRows, type IndexRow } from './index-statements.js'
import { latestLedger, ledgerOf } from './ledgers.js'
import type { Checked } from './checked.js'

interface ArticleRow {
  id: number
  hash: string
}

/** Whether every article is its hash, every ledger keeps its contract, and the search knows what they say. */
export async function* articleProblems({ connection }: Checked): AsyncGenerator<Problem> {
  const articles = await connection.rows<ArticleRow>('select id, hash from articles order by id')
  for (const row of articles) {
    const where = `article ${row.hash}`
    try {
      for await (const what of problemsOf(connection, row)) yield { where, what }
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
  const [here, due] = [await indexed(connection, id), await dueRows(connection, id)]
  if (JSON.stringify(here) !== JSON.stringify(due)) {
    yield 'the search does not know it as its ledger is'
  }
}

function indexed(connection: Connection, article: number): Promise<IndexRow[]> {
  return connection.rows<IndexRow>(
    'select statement, who, act, negated, words, names, spans from statements where article = ? order by id',
    article,
  )
}

async function dueRows(connection: Connection, article: number): Promise<IndexRow[]> {
  const ledger = await latestLedger(connection, article)
  return ledger ? indexRows(ledger) : []
}
