import type { Ledger } from '../record/index.js'
import { jsonText } from './json-text.js'

/** The ledger as the contract has it, indented for people. */
export function json(ledger: Ledger): string {
  return `${jsonText(ledger, 2)}\n`
}
