/** How much of an article's id is printed: enough to tell a hundred million articles apart. */
export const ID_LENGTH = 12

export function shortId(article: string): string {
  return article.slice(0, ID_LENGTH)
}
