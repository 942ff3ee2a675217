import type { Format } from '@hearsay/engine'
import type { StoreFormat } from '../../actions/export.js'

export interface FileType {
  type: string
  extension: string
}

/** What each export of an article is saved as. */
export const FILE_TYPES = {
  json: { type: 'application/json', extension: 'json' },
  jsonl: { type: 'application/x-ndjson', extension: 'jsonl' },
  csv: { type: 'text/csv; charset=utf-8', extension: 'csv' },
  sourcing: { type: 'text/csv; charset=utf-8', extension: 'sourcing.csv' },
  html: { type: 'text/html; charset=utf-8', extension: 'html' },
  annotations: { type: 'application/ld+json', extension: 'annotations.jsonld' },
} as const satisfies Record<Format, FileType>

export const FORMATS = Object.keys(FILE_TYPES) as [Format, ...Format[]]

/** What each export of everything is saved as. */
export const STORE_FILE_TYPES: Readonly<Record<StoreFormat, FileType>> = {
  jsonl: FILE_TYPES.jsonl,
  statements: { type: FILE_TYPES.jsonl.type, extension: 'statements.jsonl' },
  csv: FILE_TYPES.csv,
  annotations: { type: FILE_TYPES.jsonl.type, extension: 'annotations.jsonl' },
  wires: { type: FILE_TYPES.jsonl.type, extension: 'wires.jsonl' },
}
