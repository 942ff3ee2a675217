import type { Format } from '@hearsay/engine'

/** What each export is saved as. */
export const FILE_TYPES = {
  json: { type: 'application/json', extension: 'json' },
  jsonl: { type: 'application/x-ndjson', extension: 'jsonl' },
  csv: { type: 'text/csv; charset=utf-8', extension: 'csv' },
  sourcing: { type: 'text/csv; charset=utf-8', extension: 'sourcing.csv' },
  html: { type: 'text/html; charset=utf-8', extension: 'html' },
} as const satisfies Record<Format, { type: string; extension: string }>

export const FORMATS = Object.keys(FILE_TYPES) as [Format, ...Format[]]
