import { putActors, removeActors } from '../identities/actor-rows.js'
import { correctedReading, type CorrectedReading } from '../rows/corrected.js'
import type { Connection } from '../database.js'
import { entryRow } from '../rows/entry-row.js'
import { indexRows, type Place } from '../rows/index-rows.js'
import { insertRows } from './insert-rows.js'
import { reviewRows } from '../rows/review-rows.js'
import { idsOf } from '../rows/statement-id.js'
import { learnWords, unlearnWords, wordsOf } from '../search/vocabulary.js'
import type { WordIndex } from '../search/word-index.js'

/** Puts the latest ledger of an article, as corrected, in place of what the search and the library knew of it; answers with it. */
export async function indexArticle(
  connection: Connection,
  index: WordIndex,
  article: number,
): Promise<CorrectedReading | null> {
  const before = await knownWords(connection, article)
  await unindexArticle(connection, index, article)
  const reading = await correctedReading(connection, article)
  if (!reading) return null
  const found = await placesOf(connection, article)
  const { statements, tokens, numbers } = indexRows(article, reading.ledger, found)
  await insertRows(connection, 'statements', statements)
  await index.put(connection, tokens)
  await insertRows(connection, 'statement_numbers', numbers)
  await insertRows(connection, 'entries', [entryRow(article, reading, found)])
  await insertRows(connection, 'review', reviewRows(article, reading))
  await putActors(connection, article, reading.ledger)
  const words = new Set(wordsOf(tokens))
  await learnWords(connection, [...words])
  await unlearnWords(
    connection,
    index,
    [...before].filter((word) => !words.has(word)),
  )
  return reading
}

/** Takes out what the search and the library know of an article, all but the words of the vocabulary. */
export async function unindexArticle(
  connection: Connection,
  index: WordIndex,
  article: number,
): Promise<void> {
  const [first, last] = idsOf(article)
  await index.remove(connection, first, last)
  await connection.run('delete from statements where id between ? and ?', first, last)
  await connection.run('delete from review where id between ? and ?', first, last)
  await connection.run('delete from statement_numbers where statement between ? and ?', first, last)
  await connection.run('delete from entries where article = ?', article)
  await removeActors(connection, article)
}

export async function reindex(connection: Connection, index: WordIndex): Promise<void> {
  const articles = await connection.rows<{ id: number }>('select id from articles order by id')
  for (const { id } of articles) await indexArticle(connection, index, id)
}

/** Where the article was found, the first first. */
export function placesOf(
  connection: Connection,
  article: number,
): Promise<(Place & { origin: string })[]> {
  return connection.rows(
    'select origin, outlet, published from captures where article = ? order by id',
    article,
  )
}

/** The words by which the search knows an article. */
export async function knownWords(connection: Connection, article: number): Promise<Set<string>> {
  const [first, last] = idsOf(article)
  const rows = await connection.rows<{ words: string }>(
    'select words from statement_tokens where id between ? and ?',
    first,
    last,
  )
  return new Set(wordsOf(rows))
}
