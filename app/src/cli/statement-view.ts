import { chainNames, type Ledger, type Span, type Statement } from '@hearsay/engine'
import type { Canvas } from './terminal/canvas.js'
import { plain } from './terminal/plain.js'
import { statementLines } from './terminal/statements.js'
import { titleLines } from './terminal/title.js'
import { wrap } from './terminal/wrap.js'

const MARGIN = '  '
const WIDEST = 110

/** One statement for reading in a terminal: the sentences that it stands in, who relays it and whom it relays, its chain. */
export function statementView(ledger: Ledger, statement: Statement, canvas: Canvas): string {
  const width = Math.max(30, Math.min(canvas.width, WIDEST) - 2 * MARGIN.length)
  const inner = { ...canvas, width }
  const kin = kinOf(ledger.statements, statement)
  const chain = chainNames(ledger, statement).map(plain).join(' › ')
  const parts = [
    titleLines(ledger, inner),
    wrap(plain(contextOf(ledger, statement)), width),
    statementLines({ ...ledger, statements: kin }, inner),
    wrap(chain, width),
  ]
  return parts
    .filter((part) => part.length > 0)
    .map((part) => `\n${part.map((line) => `${MARGIN}${line}`.trimEnd()).join('\n')}\n`)
    .join('')
}

/** The statement with those that it stands in, and those that stand in it, in text order. */
function kinOf(statements: readonly Statement[], statement: Statement): Statement[] {
  const kin = new Set([statement.id])
  const byId = new Map(statements.map((each) => [each.id, each]))
  for (let up = statement.parent; up !== null && !kin.has(up); up = byId.get(up)?.parent ?? null)
    kin.add(up)
  const below = new Set([statement.id])
  for (let grown = -1; grown !== below.size;) {
    grown = below.size
    for (const { id, parent } of statements) if (parent !== null && below.has(parent)) below.add(id)
  }
  return statements.filter(({ id }) => kin.has(id) || below.has(id))
}

/** The sentences that the statement touches, as one text. */
function contextOf({ article, sentences }: Ledger, { cue, source, content }: Statement): string {
  const spans = [cue, source, ...content].filter((span) => span?.start != null) as Span[]
  const [start, end] = [
    Math.min(...spans.map((span) => span.start)),
    Math.max(...spans.map((span) => span.end)),
  ]
  const touched = sentences.filter((sentence) => sentence.start < end && start < sentence.end)
  const from = Math.min(start, ...touched.map((sentence) => sentence.start))
  const to = Math.max(end, ...touched.map((sentence) => sentence.end))
  return article.text.slice(from, to).replace(/\s+/gu, ' ')
}
