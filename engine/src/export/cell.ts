export type Value = string | number | boolean | null | undefined

/** One line of a table (RFC 4180), safe to open in a spreadsheet and to look at in a terminal. */
export function line(values: readonly Value[]): string {
  return `${values.map(cell).join(',')}\r\n`
}

/**
 * A spreadsheet runs text that begins like a formula; an apostrophe before it keeps it text. A terminal obeys control
 * characters; but for tabs and ends of lines they become the replacement character.
 */
function cell(value: Value): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const text = value.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}|\p{Cs}/gu, '\uFFFD')
  const safe = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\n]/.test(text) ? `'${text}` : text
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
