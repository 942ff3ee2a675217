import type { Ledger } from '../record/index.js'
import { jsonText } from './json-text.js'

/** The ledger on one line, for programs that read a stream of them. */
export function jsonl(ledger: Ledger): string {
  return `${jsonText(ledger)}\n`
}
