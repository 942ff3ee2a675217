import type { Ledger } from '../../engine/src/record/index.js'
import type { ChecksFile } from './judge.mjs'

export const examples: string[]
export const withGolden: string[]
export function goldenOf(path: string): string
export function checksOf(path: string): string
export function readChecks(path: string): ChecksFile | null
export function readLedgers(paths: readonly string[]): Map<string, Ledger>
