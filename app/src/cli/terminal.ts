import { unreadPhrase, type Ledger } from '@hearsay/engine'
import { paints, type Canvas } from './terminal/canvas.js'
import { plain } from './terminal/plain.js'
import { statementLines } from './terminal/statements.js'
import { summaryLines } from './terminal/summary.js'
import { titleLines } from './terminal/title.js'
import { voiceLines } from './terminal/voices.js'
import { wrap } from './terminal/wrap.js'

const MARGIN = '  '
const WIDEST = 110
const NARROWEST = 30

/**
 * The ledger for reading in a terminal: who says what, those relayed under the ones who relay them, doubts last. No
 * line is wider than the canvas, none needs colour to be understood, and nothing in the article reaches the terminal
 * as a control sequence.
 */
export function terminal(ledger: Ledger, { width, color }: Canvas): string {
  const inner = Math.max(NARROWEST, Math.min(width, WIDEST) - 2 * MARGIN.length)
  const canvas = { width: inner, color }
  const statements = statementLines(ledger, canvas)
  return [
    titleLines(ledger, canvas),
    voiceLines(ledger, canvas),
    statements.length > 0 ? statements : emptyLines(ledger, canvas),
    summaryLines(ledger, canvas),
  ]
    .filter((part) => part.length > 0)
    .map((part) => `\n${part.map((line) => `${MARGIN}${line}`.trimEnd()).join('\n')}\n`)
    .join('')
}

/** Nothing said is one thing, nothing read another. */
function emptyLines(ledger: Ledger, canvas: Canvas): string[] {
  const unread = unreadPhrase(ledger)
  if (unread === null) return ['Nobody is said to have said anything here.']
  return wrap(plain(unread), canvas.width).map(paints(canvas).warn)
}
