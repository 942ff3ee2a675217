const FORMAT = new Intl.NumberFormat('en-GB')

/** `1,204`, or with a noun `1 statement`, `1,204 statements`. */
export function countWords(count: number, one?: string, many = `${one}s`): string {
  const number = FORMAT.format(count)
  return one === undefined ? number : `${number} ${count === 1 ? one : many}`
}
