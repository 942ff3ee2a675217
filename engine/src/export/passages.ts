import type { Ledger, Sentence, Span, Statement } from '../record/index.js'
import { QUOTE, quotationStates } from '../text/index.js'
import { blockAt, blocks } from './blocks.js'

/** Sentences of one paragraph, one after the other, that rest on one actor. */
export interface Passage extends Span {
  actor: string
}

/** A sentence in its paragraph, with those on whose word it rests. */
interface Rest extends Span {
  block: number
  /** No statement at all touches it. */
  bare: boolean
  actors: string[]
}

/**
 * The passages that the reporter could only write by drawing on a source, in text order; where several sources share
 * a sentence, each has its own passage. Headings, refusals to comment, words from nobody named and the outlet's own
 * are none.
 */
export function passages(ledger: Ledger): Passage[] {
  const rests = restsOf(ledger)
  followOn(rests, ledger)
  const found: Passage[] = []
  let open = new Map<string, Passage>()
  let block = -1
  for (const rest of rests) {
    const before = rest.block === block ? open : new Map<string, Passage>()
    block = rest.block
    open = new Map()
    for (const actor of rest.actors) {
      const passage = before.get(actor) ?? { start: rest.start, end: rest.end, actor }
      if (!before.has(actor)) found.push(passage)
      passage.end = rest.end
      open.set(actor, passage)
    }
  }
  return found
}

/** The sentences outside headings, in text order. */
function restsOf(ledger: Ledger): Rest[] {
  const { text, title } = ledger.article
  const paragraphs = blocks(text)
  const isBody = ({ start }: Sentence): boolean => {
    const block = paragraphs[blockAt(paragraphs, start)]
    return (
      block !== undefined && !block.heading && text.slice(block.start, block.end).trim() !== title
    )
  }
  const rests = [...ledger.sentences]
    .sort((a, b) => a.start - b.start)
    .filter(isBody)
    .map(({ start, end }): Rest => {
      return { start, end, block: blockAt(paragraphs, start), bare: true, actors: [] }
    })
  const byId = new Map(ledger.statements.map((statement) => [statement.id, statement]))
  for (const statement of ledger.statements) {
    const actors = drawnOn(statement, byId)
    for (const rest of touched(rests, statement)) {
      rest.bare = false
      rest.actors.push(...actors.filter((actor) => !rest.actors.includes(actor)))
    }
  }
  return rests
}

/**
 * Whom the reporter drew on: the outermost source, for a minister citing an audit is the minister's word. Nobody
 * stands behind a refusal, behind an agentless statement or the outlet itself.
 */
function drawnOn(statement: Statement, byId: ReadonlyMap<string, Statement>): string[] {
  const seen = new Set<Statement>()
  let actors: string[] = []
  for (let at: Statement | undefined = statement; at && !seen.has(at);) {
    seen.add(at)
    if (at.cue.act === 'decline') return []
    const { source, parent }: Statement = at
    const named = source === null ? [] : [...new Set([source.actor, ...source.actors])]
    const others = named.filter((actor) => actor !== 'a0')
    if (others.length > 0) actors = others
    at = parent === null ? undefined : byId.get(parent)
  }
  return actors
}

function touched(rests: readonly Rest[], { cue, content }: Statement): Rest[] {
  const own = cue.start === null || cue.end === null ? [] : [{ start: cue.start, end: cue.end }]
  return [...own, ...content].flatMap(({ start, end }) => {
    const found: Rest[] = []
    for (let i = blockAt(rests, start); (rests[i]?.start ?? Infinity) < end; i++) {
      const rest = rests[i]
      if (rest && rest.end > start) found.push(rest)
    }
    return found
  })
}

/**
 * A sentence without a statement goes on with the source before it when it stands in quotation marks, or when the
 * same source speaks again right after it.
 */
function followOn(rests: readonly Rest[], { article }: Ledger): void {
  const spoken = rests.map(({ actors }) => actors)
  rests.forEach((rest, i) => {
    const before = rests[i - 1]
    const after = rests[i + 1]
    if (!rest.bare || before?.block !== rest.block) return
    const again = after?.block === rest.block ? (spoken[i + 1] ?? []) : []
    const both = before.actors.filter((actor) => again.includes(actor))
    if (both.length > 0) rest.actors = both
    else if (isQuoted(article.text, rest)) rest.actors = before.actors.slice(-1)
  })
}

/** How far back a quotation may have been opened. */
const LOOK_BACK = 2000

/** Does the whole sentence stand in quotation marks, its own or those of a longer quotation? */
function isQuoted(text: string, { start, end }: Span): boolean {
  const near = Math.max(0, start - LOOK_BACK)
  const from = near + text.slice(near, start).lastIndexOf('\n') + 1
  const marks = [...text.slice(from, end).matchAll(/[“„«”»"]/gu)].map((found) => {
    return { start: from + found.index, end: from + found.index + 1 }
  })
  const states = quotationStates(text, marks)
  const opened = (before: number): boolean =>
    states[marks.findLastIndex((mark) => mark.start < before)] === QUOTE.opening
  const inside = marks.filter((mark) => mark.start > start && mark.end < end)
  return (
    (opened(start) || marks.some((mark) => mark.start === start)) &&
    (opened(end) || marks.some((mark) => mark.end === end)) &&
    inside.length === 0
  )
}
