const made = new Map<string, string>()

/** The same SQL with `$1`, `$2` … where `?` stood; what is quoted stays. */
export function numbered(sql: string): string {
  const known = made.get(sql)
  if (known !== undefined) return known
  let count = 0
  const text = sql.replace(/'[^']*'|"[^"]*"|\?/g, (part) => (part === '?' ? `$${++count}` : part))
  made.set(sql, text)
  return text
}
