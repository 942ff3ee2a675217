import { speakerName, type Ledger, type Statement } from '@hearsay/engine'
import type { Connection } from './database.js'
import { latestLedger } from './ledgers.js'
import { storable } from './storable.js'

/** A statement as the search sees it. */
export interface IndexRow {
  statement: string
  who: string | null
  act: string
  negated: number
  words: string
  names: string
  spans: string
}

/** The rows of the table of statements that follow from a ledger. */
export function indexRows(ledger: Ledger): IndexRow[] {
  return ledger.statements.map((statement) => ({
    statement: statement.id,
    who: storable(speakerName(ledger, statement)),
    act: statement.cue.act,
    negated: statement.cue.negated ? 1 : 0,
    words: storable(statement.content.map(({ text }) => text).join(' … ')),
    names: storable(namesOf(ledger, statement).join('\n')),
    spans: JSON.stringify(statement.content.map(({ start, end }) => [start, end])),
  }))
}

/** All that the article calls the statement's sources. */
function namesOf(ledger: Ledger, { source }: Statement): string[] {
  const sources = ledger.actors.filter(({ id }) => source?.actors.includes(id))
  const names = sources.flatMap(({ name, mentions }) => [name, ...mentions.map((m) => m.text)])
  return [...new Set(source ? [...names, source.text] : names)]
}

/** Puts the latest ledger of an article in place of what the search knew of it. */
export async function indexArticle(connection: Connection, article: number): Promise<void> {
  await connection.run('delete from statements where article = ?', article)
  const ledger = await latestLedger(connection, article)
  if (!ledger) return
  for (const { statement, who, act, negated, words, names, spans } of indexRows(ledger)) {
    await connection.run(
      'insert into statements (article, statement, who, act, negated, words, names, spans) values (?, ?, ?, ?, ?, ?, ?, ?)',
      ...[article, statement, who, act, negated, words, names, spans],
    )
  }
}

export async function reindex(connection: Connection): Promise<void> {
  const articles = await connection.rows<{ id: number }>('select id from articles order by id')
  for (const { id } of articles) await indexArticle(connection, id)
}
