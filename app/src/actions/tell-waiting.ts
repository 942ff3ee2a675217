/** Says on standard error that the store's database is away and waited for, and when that is over. */
export function tellWaiting(why: string | null): void {
  // A line of progress may stand there.
  const clear = process.stderr.isTTY ? '\r\u001B[K' : ''
  process.stderr.write(`${clear}hearsay: ${why ?? 'The database is back.'}\n`)
}
