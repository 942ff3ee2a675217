import type { Backend } from '../backend.js'
import { carriedTo } from '../rows/correction-rows.js'
import type { Connection } from '../database.js'
import { indexArticle } from './index-article.js'

/** Lets the search follow what was said of an article, there and where its corrections are carried to. */
export async function follow(
  { index }: Pick<Backend, 'index'>,
  connection: Connection,
  article: number,
): Promise<void> {
  for (const each of await carriedTo(connection, article))
    await indexArticle(connection, index, each)
}
