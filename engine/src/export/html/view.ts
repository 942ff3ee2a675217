import type { Actor, Ledger, Note, Statement } from '../../record/index.js'
import { type Block, blockAt, blocks } from '../blocks.js'
import { anchorOf, flatten, numberOf, outline } from '../outline.js'
import { speakers } from '../phrase.js'
import { found, type Found } from './findings.js'

/** A statement as the page shows it. */
export interface Row {
  statement: Statement
  /** Its place in the ledger: what ids on the page are made of, whatever ids the ledger has. */
  key: number
  /** What readers see. */
  number: string
  depth: number
  /** Class that colours it: one of its source's, or `nobody`. */
  hue: string
  /** Sources that have not spoken before, as one reads. */
  newcomers: Actor[]
}

/** The ledger laid out on the paragraphs of the article. */
export interface View {
  ledger: Ledger
  blocks: Block[]
  rows: Row[]
  /** For each block the statements and the doubts that stand in it. */
  margins: { rows: Row[]; doubts: Note[] }[]
  /** Doubts about the article as a whole. */
  doubts: Note[]
  hues: Map<string, string>
  /** The first block only repeats the title, which stands above it already. */
  opensWithTitle: boolean
  /** Places, dates, quantities and wording in the blocks shown. */
  found: Found[]
}

/** Lays `ledger` out: which note stands beside which paragraph, in which colour. */
export function view(ledger: Ledger): View {
  const paragraphs = blocks(ledger.article.text)
  const hues = huesByActor(ledger)
  const keys = new Map(ledger.statements.map((statement, i) => [statement, i + 1]))
  const heard = new Set<Actor>()
  const rows = flatten(outline(ledger.statements)).map(({ statement, depth }) => ({
    statement,
    newcomers: newcomers(heard, speakers(ledger, statement)),
    key: keys.get(statement) ?? 0,
    number: numberOf(statement),
    depth,
    hue: statement.source === null ? 'nobody' : (hues.get(statement.source.actor) ?? 'h0'),
  }))
  const margins: View['margins'] = paragraphs.map(() => ({ rows: [], doubts: [] }))
  for (const row of rows) margins[blockAt(paragraphs, anchorOf(row.statement))]?.rows.push(row)
  const doubts: Note[] = []
  for (const note of ledger.notes) {
    const margin = note.start === undefined ? undefined : margins[blockAt(paragraphs, note.start)]
    if (margin) margin.doubts.push(note)
    else doubts.push(note)
  }
  const opensWithTitle = repeatsTitle(ledger, paragraphs[0]) && isBare(margins[0])
  const shownFrom = opensWithTitle ? (paragraphs[1]?.start ?? Infinity) : 0
  return {
    ledger,
    blocks: paragraphs,
    rows,
    margins,
    doubts,
    hues,
    opensWithTitle,
    found: found(ledger, shownFrom),
  }
}

function repeatsTitle({ article }: Ledger, first: Block | undefined): boolean {
  return first !== undefined && article.text.slice(first.start, first.end).trim() === article.title
}

function isBare(margin: View['margins'][number] | undefined): boolean {
  return margin?.rows.length === 0 && margin.doubts.length === 0
}

/** Each new source takes the colour that has not been seen for longest, so that neighbours differ. */
function huesByActor(ledger: Ledger): Map<string, string> {
  const hues = new Map<string, string>()
  let unseen = ['h0', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'h7']
  for (const { source } of ledger.statements) {
    for (const actor of source === null ? [] : [source.actor, ...source.actors]) {
      const hue = hues.get(actor) ?? unseen[0] ?? 'h0'
      hues.set(actor, hue)
      unseen = [...unseen.filter((other) => other !== hue), hue]
    }
  }
  return hues
}

function newcomers(heard: Set<Actor>, speaking: Actor[]): Actor[] {
  const unheard = speaking.filter((actor) => !heard.has(actor))
  for (const actor of unheard) heard.add(actor)
  return unheard
}
