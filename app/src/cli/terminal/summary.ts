import {
  findings,
  type Finding,
  type FindingKind,
  type Ledger,
  type Note,
  type Wording,
  WORDING_KINDS,
  wordingPhrase,
} from '@hearsay/engine'
import { paints, type Canvas } from './canvas.js'
import { clipped, shortlisted } from './listed.js'
import { plain } from './plain.js'
import { sourceLines } from './sources.js'
import { wrap } from './wrap.js'

const LABEL_WIDTH = 10

/** Who speaks how often, what was found in the words, which of them take sides, and what is doubtful. */
export function summaryLines(ledger: Ledger, canvas: Canvas): string[] {
  const width = canvas.width - LABEL_WIDTH
  const { soft, warn } = paints(canvas)
  const found = findings(ledger)
  const row = (kind: FindingKind) =>
    shortlisted(
      meanings(found.filter((one) => one.kind === kind)).map((item) => clipped(item, width / 2)),
      { width, most: 1 },
    )
  return [
    ...labelled('Sources', soft, sourceLines(ledger, { ...canvas, width })),
    ...labelled('Places', soft, row('place')),
    ...labelled('Dates', soft, row('time')),
    ...labelled('Numbers', soft, row('quantity')),
    ...labelled(
      'Wording',
      soft,
      shortlisted(wording(ledger.wording, width / 2), { width, most: 2, between: ' ' }),
    ),
    ...labelled(
      'Doubts',
      warn,
      ledger.notes
        .filter(({ code }) => code !== 'not-read')
        .flatMap((note) => wrap(doubt(ledger, note), width)),
    ),
  ]
}

function labelled(label: string, paint: (text: string) => string, lines: string[]): string[] {
  return lines.map((line, i) => {
    return (i === 0 ? paint(label.padEnd(LABEL_WIDTH)) : ' '.repeat(LABEL_WIDTH)) + line
  })
}

/** `Friday (9 May 2031)`, each once; of places and quantities the words say enough. */
function meanings(found: readonly Finding[]): string[] {
  return counted(
    found.map(({ kind, text, meaning }) =>
      kind === 'time' ? `${plain(text)} (${plain(meaning)})` : plain(text),
    ),
  )
}

/** `loaded: struck, kingpins ×2 ·` and so on for each kind, item by item. */
function wording(all: readonly Wording[], longest: number): string[] {
  const kinds = WORDING_KINDS.map((kind) => all.filter((one) => one.kind === kind))
  return kinds
    .filter(([first]) => first !== undefined)
    .flatMap((ofKind, i, { length }) => {
      const words = counted(ofKind.map(({ text }) => clipped(plain(text), longest)))
      const label = ofKind[0] ? `${wordingPhrase(ofKind[0])}: ` : ''
      return words.map((word, j) => {
        const end = j < words.length - 1 ? ',' : i < length - 1 ? ' ·' : ''
        return `${j === 0 ? label : ''}${word}${end}`
      })
    })
}

/** Each item once, with how often it occurs. */
function counted(items: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1)
  return [...counts].map(([item, count]) => (count === 1 ? item : `${item} ×${count}`))
}

const QUOTED_AT_MOST = 40

/** A doubt, with the words it is about where they are few. */
function doubt(ledger: Ledger, { message, start, end }: Note): string {
  if (start === undefined || end === undefined || end - start > QUOTED_AT_MOST)
    return plain(message)
  return `“${plain(ledger.article.text.slice(start, end))}”: ${plain(message)}`
}
