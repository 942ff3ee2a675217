import { EXPORTS, csvRows, type Ledger } from '@hearsay/engine'
import type { FormatName } from './format-names.js'
import { terminal } from './terminal.js'
import type { Canvas } from './terminal/canvas.js'

/** How ledgers follow one another in one output. */
export interface Form {
  open: string
  render(ledger: Ledger, first: boolean): string
  close: string
}

interface Setting {
  /** Several inputs, or a folder, however many it holds. */
  many: boolean
  canvas: Canvas
}

/** The form of each format. */
export const FORMS: Record<FormatName, (setting: Setting) => Form> = {
  terminal: ({ canvas }) => plain((ledger) => terminal(ledger, canvas)),
  json: ({ many }) => (many ? JSON_ARRAY : plain(EXPORTS.json)),
  jsonl: () => plain(EXPORTS.jsonl),
  csv: () => ({
    ...plain(EXPORTS.csv),
    render: (ledger, first) => (first ? EXPORTS.csv(ledger) : csvRows(ledger)),
  }),
  html: () => plain(EXPORTS.html),
}

const JSON_ARRAY: Form = {
  open: '[',
  render: (ledger, first) => `${first ? '' : ','}\n${EXPORTS.json(ledger).trimEnd()}`,
  close: '\n]\n',
}

function plain(render: (ledger: Ledger) => string): Form {
  return { open: '', render, close: '' }
}
