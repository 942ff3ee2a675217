export type Value = string | number | boolean | null | undefined

/** One line of a table (RFC 4180), safe to open in a spreadsheet. */
export function line(values: readonly Value[]): string {
  return `${values.map(cell).join(',')}\r\n`
}

/** A spreadsheet runs text that begins like a formula; an apostrophe before it keeps it text. */
function cell(value: Value): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const safe = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
