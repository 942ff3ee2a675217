/** What both databases can keep as text: UTF-8 has no half characters, and PostgreSQL's text no NUL. */
export function storable<T extends string | null>(text: T): T {
  return (text?.replace(/[\p{Cs}\0]/gu, '\uFFFD') ?? null) as T
}
