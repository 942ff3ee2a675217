import type { Span } from '../../record/index.js'
import { type Markup, markup } from './markup.js'
import { type Block, blockAt } from '../blocks.js'
import { type Found, marked } from './findings.js'
import type { Row, View } from './view.js'

type Layer = 'content' | 'source' | 'cue'

/** Words that are part of a statement, or in which something was found. */
type Mark = Span & ({ layer: Layer; row: Row } | { layer: 'found'; found: Found })

/** The paragraphs of the article with their marks, one piece of markup for each block. */
export function markedBlocks(view: View): Markup[] {
  const marks = marksByBlock(view)
  return view.blocks.map((block, i) => {
    const references = view.margins[i]?.rows ?? []
    return markBlock(view.ledger.article.text, block, marks[i] ?? [], references)
  })
}

function marksByBlock({ rows, blocks, found }: View): Mark[][] {
  const byBlock: Mark[][] = blocks.map(() => [])
  function add(mark: Mark): void {
    for (let i = blockAt(blocks, mark.start); (blocks[i]?.start ?? Infinity) < mark.end; i++) {
      byBlock[i]?.push(mark)
    }
  }
  for (const row of rows) {
    const { content, source, cue } = row.statement
    for (const { start, end } of content) add({ layer: 'content', row, start, end })
    if (source !== null) add({ layer: 'source', row, start: source.start, end: source.end })
    if (cue.start !== null && cue.end !== null) {
      add({ layer: 'cue', row, start: cue.start, end: cue.end })
    }
  }
  for (const each of found) add({ layer: 'found', found: each, start: each.start, end: each.end })
  return byBlock
}

/** The block cut at every boundary of a mark, each piece in all the marks that cover it. */
function markBlock(text: string, block: Block, marks: Mark[], rows: Row[]): Markup {
  const references = new Map<number, Row[]>()
  for (const row of rows) {
    const at = Math.min(Math.max(referenceAt(row), block.start), block.end)
    references.set(at, [...(references.get(at) ?? []), row])
  }
  const inside = (offset: number): boolean => block.start < offset && offset < block.end
  const bounds = [...marks.flatMap(({ start, end }) => [start, end]), ...references.keys()]
  const cuts = [...new Set([block.start, ...bounds.filter(inside), block.end])].sort(
    (a, b) => a - b,
  )

  const waiting = [...marks].sort((a, b) => a.start - b.start)
  let next = 0
  let active: Mark[] = []
  const pieces = cuts.map((at, i) => {
    active = active.filter(({ end }) => end > at)
    for (let mark = waiting[next]; mark && mark.start <= at; mark = waiting[++next]) {
      if (mark.end > at) active.push(mark)
    }
    const here = (references.get(at) ?? []).map(reference)
    const through = active.filter(({ layer, start }) => layer === 'content' && start < at)
    const piece = text.slice(at, cuts[i + 1] ?? at)
    return [inMarks(markup`${here}`, through, at), inMarks(markup`${piece}`, active, at)]
  })
  return markup`${pieces.flat()}`
}

/**
 * The piece that begins at `at`, in its marks: contents outermost, the relayer's around the relayed, so that each draws
 * its own line; what was found innermost, the longer around the shorter.
 */
function inMarks(words: Markup, active: Mark[], at: number): Markup {
  const on = (layer: Layer): Row[] =>
    active.flatMap((mark) => (mark.layer === layer ? [mark.row] : []))
  if (words.html === '') return words
  let piece = words
  const [sources, cues] = [on('source'), on('cue')]
  const found = active.flatMap((mark) => (mark.layer === 'found' ? [mark.found] : []))
  for (const one of found.sort((a, b) => a.end - a.start - (b.end - b.start))) {
    piece = marked(piece, one, one.start === at)
  }
  if (cues.length > 0) piece = markup`<i data-s="${keys(cues)}">${piece}</i>`
  if (sources.length > 0) {
    piece = markup`<b class="${deepest(sources).hue}" data-s="${keys(sources)}">${piece}</b>`
  }
  for (const row of on('content').sort((a, b) => b.depth - a.depth)) {
    const level = `d${Math.min(row.depth, 2)}`
    piece = markup`<u class="${row.hue} ${level}" data-s="${row.key}">${piece}</u>`
  }
  return piece
}

function deepest(rows: Row[]): Row {
  return rows.reduce((a, b) => (b.depth > a.depth ? b : a))
}

function keys(rows: Row[]): string {
  return rows.map(({ key }) => key).join(' ')
}

/** The number stands after the cue; where there is none, after the words quoted. */
function referenceAt({ statement }: Row): number {
  return statement.cue.end ?? statement.content.at(-1)?.end ?? statement.source?.end ?? 0
}

function reference({ key, number, hue }: Row): Markup {
  return markup`<a class="ref ${hue}" id="r${key}" href="#s${key}" data-s="${key}" aria-label="Statement ${number}">${number}</a>`
}
