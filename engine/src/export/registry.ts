import type { Ledger } from '../record/index.js'
import { annotations } from './annotations.js'
import { csv } from './csv.js'
import { html } from './html.js'
import { json } from './json.js'
import { jsonl } from './jsonl.js'
import { sourcing } from './sourcing.js'

/** Every form a ledger can be written in. To add one: a file here and a line below. */
export const EXPORTS = { json, jsonl, csv, sourcing, html, annotations } satisfies Record<
  string,
  (ledger: Ledger) => string
>

/** A name that `EXPORTS` knows. */
export type Format = keyof typeof EXPORTS
