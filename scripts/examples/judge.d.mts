import type { Ledger } from '../../engine/src/record/index.js'

/** One thing that must hold, in the article's own words; `fails` says of each aspect known to fail, why. */
export interface Check {
  fails?: Record<string, string>
  [aspect: string]: unknown
}

export interface ChecksFile {
  /** What the example is for. */
  shows: string
  checks: Check[]
}

export interface Verdict {
  check: Check
  aspect: string
  /** What was found instead; null where the check holds. */
  wrong: string | null
  /** Why it is known to fail, if it is. */
  known: string | null
}

export function judge(ledger: Ledger, file: ChecksFile): Verdict[]
export function marked(ledger: Ledger, file: ChecksFile): ChecksFile
export function titled(verdict: Pick<Verdict, 'check' | 'aspect'>): string
export function written(file: ChecksFile): string
