import { EXPORTS, csvRows, sourcingRows, type Ledger } from '@hearsay/engine'
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
  /** Several inputs, or one that is made to hold several: a folder, a feed, an archive. */
  many: boolean
  canvas: Canvas
}

/** The form of each format. */
export const FORMS: Record<FormatName, (setting: Setting) => Form> = {
  terminal: ({ canvas }) => plain((ledger) => terminal(ledger, canvas)),
  json: ({ many }) => (many ? JSON_ARRAY : oneOrArray()),
  jsonl: () => plain(EXPORTS.jsonl),
  csv: () => table(EXPORTS.csv, csvRows),
  sourcing: () => table(EXPORTS.sourcing, sourcingRows),
  html: () => plain(EXPORTS.html),
  annotations: () => plain(EXPORTS.annotations),
}

const JSON_ARRAY: Form = {
  open: '[',
  render: (ledger, first) => `${first ? '' : ','}\n${EXPORTS.json(ledger).trimEnd()}`,
  close: '\n]\n',
}

/** One ledger stands by itself; when another follows after all, they are an array. */
function oneOrArray(): Form {
  let held = ''
  let several = false
  return {
    open: '',
    render(ledger, first) {
      const text = EXPORTS.json(ledger)
      if (first) {
        held = text
        return ''
      }
      const before = several ? '' : `[\n${held.trimEnd()}`
      several = true
      return `${before},\n${text.trimEnd()}`
    },
    get close() {
      return several ? '\n]\n' : held
    },
  }
}

function plain(render: Render): Form {
  return { open: '', render, close: '' }
}

type Render = (ledger: Ledger) => string

/** One table of all ledgers: `whole` brings the header, which only the first needs. */
function table(whole: Render, rows: Render): Form {
  return { open: '', render: (ledger, first) => (first ? whole : rows)(ledger), close: '' }
}
