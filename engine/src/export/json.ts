import type { Ledger } from '../record/index.js'

/** The ledger as the contract has it, indented for people. */
export function json(ledger: Ledger): string {
  return `${JSON.stringify(ledger, null, 2)}\n`
}
