import type { Ledger, Sentence, Statement } from '../record/index.js'
import { chainNames, speakerName } from './phrase.js'
import { anchorOf } from './outline.js'

type Value = string | number | boolean | null | undefined

/** One row a statement: the columns in order, each with how it is read off the ledger. */
const COLUMNS: Record<string, (statement: Statement, ledger: Ledger) => Value> = {
  origin: (_, { article }) => article.origin,
  outlet: (_, { article }) => article.outlet,
  title: (_, { article }) => article.title,
  published: (_, { article }) => article.published,
  statement: ({ id }) => id,
  parent: ({ parent }) => parent,
  chain: (statement, ledger) => chainNames(ledger, statement).join(' > '),
  remove: ({ remove }) => remove,
  source: ({ source }) => source?.text,
  actor: (statement, ledger) => speakerName(ledger, statement),
  kind: ({ source }, { actors }) => actors.find(({ id }) => id === source?.actor)?.kind,
  cue: ({ cue }) => cue.text,
  act: ({ cue }) => cue.act,
  negated: ({ cue }) => cue.negated,
  content: ({ content }) => content.map(({ text }) => text).join(' … '),
  quotation: ({ quotation }) => quotation,
  channel: ({ channel }) => channel?.text,
  said: ({ said }) => said?.date ?? said?.text,
  voice: (statement, { sentences }) => sentenceAt(sentences, anchorOf(statement))?.voice,
  confidence: ({ confidence }) => confidence,
  start: (statement) => extent(statement)?.start,
  end: (statement) => extent(statement)?.end,
}

const HEADER = Object.keys(COLUMNS).map(cell).join(',')

/** One statement a line (RFC 4180), with a header row; safe to open in a spreadsheet. */
export function csv(ledger: Ledger): string {
  return `${HEADER}\r\n${csvRows(ledger)}`
}

/** The lines of `csv` without the header: what every ledger after the first adds to a table of several. */
export function csvRows(ledger: Ledger): string {
  const read = Object.values(COLUMNS)
  return ledger.statements
    .map((statement) => `${read.map((column) => cell(column(statement, ledger))).join(',')}\r\n`)
    .join('')
}

/** A spreadsheet runs text that begins like a formula; an apostrophe before it keeps it text. */
function cell(value: Value): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const safe = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** From the first to the last character of source, cue and content. */
function extent({ source, cue, content }: Statement): { start: number; end: number } | null {
  const spans = [source, cue, ...content].filter(
    (span): span is { start: number; end: number } & typeof span => typeof span?.start === 'number',
  )
  if (spans.length === 0) return null
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  }
}

function sentenceAt(sentences: readonly Sentence[], offset: number): Sentence | undefined {
  return sentences.find(({ start, end }) => start <= offset && offset < end)
}
