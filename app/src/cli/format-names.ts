import type { Format } from '@hearsay/engine'

/** What `--format` takes; the first is the default. A list of its own, so that `--help` loads no engine. */
export const FORMATS = [
  'terminal',
  'json',
  'jsonl',
  'csv',
  'sourcing',
  'html',
  'annotations',
] as const satisfies readonly (Format | 'terminal')[]

export type FormatName = (typeof FORMATS)[number]
