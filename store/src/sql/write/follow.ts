import type { Backend } from '../backend.js'
import type { CorrectedReading } from '../rows/corrected.js'
import { carriedTo } from '../rows/correction-rows.js'
import type { Connection } from '../database.js'
import { indexArticle } from './index-article.js'

/**
 * Lets the search follow what was said of an article, there and where its corrections are carried to; answers with the
 * article as it is read now.
 */
export async function follow(
  { index }: Pick<Backend, 'index'>,
  connection: Connection,
  article: number,
): Promise<CorrectedReading | null> {
  const [, ...later] = await carriedTo(connection, article)
  const reading = await indexArticle(connection, index, article)
  for (const each of later) await indexArticle(connection, index, each)
  return reading
}
