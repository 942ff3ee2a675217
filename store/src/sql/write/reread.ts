import { checkLedger, HearsayError, withoutRuntime, type Ledger } from '@hearsay/engine'
import type { LedgerEntry } from '../../store.js'
import { knownRow, rowOf } from '../rows/article-row.js'
import type { Backend } from '../backend.js'
import type { Connection } from '../database.js'
import { indexArticle } from './index-article.js'
import { append, type Prints } from './journal.js'
import { ledgerOf, recordOf } from '../rows/ledgers.js'
import { keep } from './rows.js'

interface Latest {
  capture: number
  blob: string
  record: string
  text: string
}

/** Keeps a newer ledger of a text that is here; the older ones stay. */
export function reread(
  { database, index }: Backend,
  now: () => Date,
  article: string,
  ledger: Ledger,
): Promise<'kept' | 'same'> {
  return database.write(async (connection) => {
    const id = await knownRow(connection, article)
    const latest = (await connection.row<Latest>(
      `select capture, blob, record, text from ledgers
       join captures on captures.id = ledgers.capture join articles on articles.id = ledgers.article
       where ledgers.article = ? order by ledgers.id desc limit 1`,
      id,
    ))!
    refuseOther(ledger, article, latest)
    const record = recordOf(ledger)
    if (saysTheSame(ledger, ledgerOf(latest.record, latest.text))) return 'same'
    const kept: Prints = {}
    const { version, reader, model } = ledger.engine
    const { capture } = latest
    const made = now().toISOString()
    const row = { article: id, capture, version, reader, model, record, made }
    await keep(connection, kept, 'ledgers', row)
    await indexArticle(connection, index, id)
    await append(connection, made, 'read', { article, kept })
    return 'kept'
  })
}

/** Whichever runtime made them. */
const saysTheSame = (a: Ledger, b: Ledger) =>
  recordOf(withoutRuntime(a)) === recordOf(withoutRuntime(b))

function refuseOther(ledger: Ledger, article: string, { blob, text }: Latest): void {
  const problems = checkLedger(ledger)
  const same = ledger.article.id === `sha256:${article}` && ledger.article.text === JSON.parse(text)
  if (!same) problems.push('it is of another text')
  if (ledger.article.bytes !== `sha256:${blob}`) problems.push('it is of other bytes')
  if (ledger.statements.some(({ corrected }) => corrected))
    problems.push('it has corrections in it')
  if (problems.length === 0) return
  throw new HearsayError(
    'ledger-unsound',
    `The new ledger of ${article.slice(0, 12)} cannot be kept: ${problems[0]}. This is a fault of the reader: report it.`,
  )
}

/** Every reading of an article, the first first. */
export async function ledgerEntries(
  connection: Connection,
  article: string,
): Promise<LedgerEntry[]> {
  const row = await rowOf(connection, article)
  if (row === null) return []
  const rows = await connection.rows<LedgerEntry['engine'] & { id: number; made: string }>(
    `select ledgers.id, version, reader, model, coalesce(made, added, fetched) as made
     from ledgers join captures on captures.id = ledgers.capture
     where ledgers.article = ? order by ledgers.id`,
    row,
  )
  return rows.map(({ id, made, ...engine }) => ({ id, engine, made }))
}

/** A reading by its number, as the machine read it. */
export async function ledgerById(connection: Connection, id: number): Promise<Ledger | null> {
  const row = await connection.row<{ record: string; text: string }>(
    `select record, text from ledgers join articles on articles.id = ledgers.article
     where ledgers.id = ?`,
    id,
  )
  return row ? ledgerOf(row.record, row.text) : null
}
