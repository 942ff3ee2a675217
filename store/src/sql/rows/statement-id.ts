/** An article has fewer statements. */
const PER_ARTICLE = 2 ** 20

/**
 * The row id of an article's n-th statement, from 0. The highest ids are the newest article's, its first statement
 * first, however often it is read again.
 */
export function statementId(article: number, n: number): number {
  return article * PER_ARTICLE + PER_ARTICLE - 1 - n
}

/** The first and the last row id that the article's statements can have. */
export function idsOf(article: number): [first: number, last: number] {
  return [article * PER_ARTICLE, article * PER_ARTICLE + PER_ARTICLE - 1]
}

/** SQL: the row id of the article that the statement with this row id stands in. */
export function articleOf(id: string): string {
  return `${id} / ${PER_ARTICLE}`
}

/** SQL: whether this row id is that of a statement of the article with this row id. */
export function isOf(id: string, article: string): string {
  return `${id} between ${article} * ${PER_ARTICLE} and ${article} * ${PER_ARTICLE} + ${PER_ARTICLE - 1}`
}
