import { plain } from './terminal/plain.js'

/** Says what in a folder was not read, so that nobody takes it for read. */
export function saySkipped(path: string, why: string): void {
  process.stderr.write(`${plain(path)}: skipped, it is ${why}.\n`)
}
