import type { Actor, ActorKind, Ledger, Span, Statement, TextSpan } from '../record/index.js'
import { codePoints } from '../text/index.js'
import type { Correction } from './correction.js'
import { locate } from './locate.js'
import { undone } from './undone.js'

/**
 * A corrected article as the trainer and the scorers read annotated ones: offsets count Unicode code points, `when` a
 * statement was said is `said_when`, actors carry spans for title and justification. What goes beyond: which statements
 * a person has seen, and which cues they said are none.
 */
export interface TrainingRow {
  id: string
  /** SHA-256 of the text, in hex. */
  sha256: string
  text: string
  statements: Record<string, unknown>[]
  sentences: Record<string, unknown>[]
  actors: Record<string, unknown>[]
  wording: Record<string, unknown>[]
  quantities: Record<string, unknown>[]
  places: Record<string, unknown>[]
  notes: string[]
  origin: string
  /** Cues, or contents, of what a person said is no statement. */
  rejected: TextSpan[]
  /** Whether a person has seen every statement: only then does what is missing count as absent. */
  complete: boolean
}

/** @param ledger As corrected by `corrections`. */
export function trainingRow(ledger: Ledger, corrections: readonly Correction[]): TrainingRow {
  const { article, statements, sentences, actors, wording, quantities, places } = ledger
  const points = codePoints(article.text)
  const at = ({ start, end }: Span) => {
    const text = article.text.slice(start, end)
    return { start: points(start), end: points(end), text }
  }
  const shape: Shape = { at, text: article.text, kinds: new Map(actors.map((a) => [a.id, a])) }
  const sentenceOf = (offset: number) => {
    const found = sentences.findIndex(({ end }) => offset < end)
    return found < 0 ? null : found + 1
  }
  return {
    id: article.id.replace(/^sha256:/, '').slice(0, 16),
    sha256: article.id.replace(/^sha256:/, ''),
    text: article.text,
    statements: statements.map((statement) => statementRow(statement, shape, sentenceOf)),
    sentences: sentences.map((each, i) => ({ ...at(each), n: i + 1, voice: each.voice })),
    actors: actors
      .filter(({ id, mentions }) => id !== 'a0' || mentions.length > 0)
      .map((actor) => actorRow(actor, shape)),
    wording: wording.map(({ kind, ...span }) => ({ ...at(span), kind })),
    quantities: quantities.map(({ value, unit, approximate, bound, ...span }) => {
      return { ...at(span), value, unit, approximate, bound }
    }),
    places: places.map(({ lat, lon, ...span }) => ({ ...at(span), lat, lon })),
    notes: [],
    origin: article.origin,
    rejected: rejectedIn(article.text, corrections).map(at),
    complete: statements.every(({ corrected }) => corrected !== undefined),
  }
}

interface Shape {
  at: (span: Span) => TextSpan
  text: string
  kinds: ReadonlyMap<string, Actor>
}

function statementRow(
  { id, parent, source, cue, content, quotation, channel, said, corrected }: Statement,
  { at, kinds }: Shape,
  sentenceOf: (offset: number) => number | null,
): Record<string, unknown> {
  const actor = source && kinds.get(source.actor)
  const span = cue.start === null || cue.end === null ? null : { start: cue.start, end: cue.end }
  const kind: ActorKind | 'none' = source ? (actor?.kind ?? 'outlet') : 'none'
  return {
    id,
    parent,
    sentence: sentenceOf(span?.start ?? content[0]?.start ?? 0),
    source: source && at(source),
    source_alt: [],
    source_kind: kind,
    actor: source && (actor?.name ?? null),
    cue: span && at(span),
    act: cue.act,
    content: content.map(at),
    quotation,
    channel: channel && at(channel),
    said_when: said && { ...at(said), date: said.date, precision: null },
    actor_id: source && source.actor,
    corrected: corrected !== undefined,
  }
}

/** Titles and justifications are words of the article: the ones nearest to a mention. */
function actorRow(actor: Actor, { at, text }: Shape): Record<string, unknown> {
  const { id, name, kind, title, justification, mentions } = actor
  const near = (words: string) => {
    const found = nearest(text, words, mentions)
    return found ? [at(found)] : []
  }
  return {
    id,
    name,
    kind,
    title: title === null ? null : (near(title)[0] ?? null),
    justification: (justification?.split('; ') ?? []).flatMap(near),
    mentions: mentions.map(at),
  }
}

function nearest(text: string, words: string, mentions: readonly Span[]): Span | null {
  let best: (Span & { way: number }) | null = null
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + 1)) {
    const way = Math.min(...mentions.map((mention) => Math.abs(mention.start - start)))
    if (!best || way < best.way) best = { start, end: start + words.length, way }
  }
  return best && { start: best.start, end: best.end }
}

function rejectedIn(text: string, corrections: readonly Correction[]): Span[] {
  const out = undone(corrections)
  return corrections.flatMap(({ id, change }) => {
    if (change.kind !== 'reject' || out.has(id)) return []
    const anchor = change.statement.cue ?? change.statement.content[0]
    const found = anchor && locate(text, anchor)
    return found ? [found] : []
  })
}
