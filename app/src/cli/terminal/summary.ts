import { sourceCounts, type Ledger, type Note } from '@hearsay/engine'
import { paints, type Canvas } from './canvas.js'
import { plain } from './plain.js'
import { wrap } from './wrap.js'

const LABEL_WIDTH = 10

/** Who speaks how often, which words take sides, and what is doubtful, each under its label. */
export function summaryLines(ledger: Ledger, canvas: Canvas): string[] {
  const width = canvas.width - LABEL_WIDTH
  const { soft, warn } = paints(canvas)
  const doubts = ledger.notes.flatMap((note) => wrap(doubt(ledger, note), width))
  return [
    ...labelled(soft('Sources'.padEnd(LABEL_WIDTH)), listed(sources(ledger), width)),
    ...labelled(soft('Wording'.padEnd(LABEL_WIDTH)), listed(wording(ledger), width)),
    ...labelled(warn('Doubts'.padEnd(LABEL_WIDTH)), doubts),
  ]
}

function labelled(label: string, lines: string[]): string[] {
  return lines.map((line, i) => (i === 0 ? label : ' '.repeat(LABEL_WIDTH)) + line)
}

/** Items in a row; a line never ends inside a short one. */
function listed(items: string[], width: number): string[] {
  const whole = items.map((item) => (item.length < width ? item.replaceAll(' ', '\u00A0') : item))
  return wrap(whole.join(' · '), width).map((line) => line.replaceAll('\u00A0', ' '))
}

function sources(ledger: Ledger): string[] {
  const nobody = ledger.statements.filter(({ source }) => source === null).length
  const named = sourceCounts(ledger).map(
    ({ actor, statements }) => `${plain(actor.name)} ${statements.length}`,
  )
  return nobody === 0 ? named : [...named, `nobody named ${nobody}`]
}

function wording(ledger: Ledger): string[] {
  const counts = new Map<string, number>()
  for (const { text } of ledger.wording) {
    const words = plain(text)
    counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  return [...counts].map(([words, count]) => (count === 1 ? words : `${words} ×${count}`))
}

const QUOTED_AT_MOST = 40

/** A doubt, with the words it is about where they are few. */
function doubt(ledger: Ledger, { message, start, end }: Note): string {
  if (start === undefined || end === undefined || end - start > QUOTED_AT_MOST)
    return plain(message)
  return `“${plain(ledger.article.text.slice(start, end))}”: ${plain(message)}`
}
