import { contains, type Ledger, type Sentence, type Span, type Statement } from '../record/index.js'
import { certaintyWord } from '../lexicon/certainty.js'
import { line, type Value } from './cell.js'
import { anchorOf } from './outline.js'
import { actorsById } from './actors-by-id.js'
import { actorName, chainNames, speakerName, speakers, unreadPhrase } from './phrase.js'

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
  kind: ({ source }, ledger) => actorsById(ledger).get(source?.actor ?? '')?.actor.kind,
  actor_title: (statement, ledger) => joined(speakers(ledger, statement).map(({ title }) => title)),
  justification: (statement, ledger) =>
    joined(speakers(ledger, statement).map(({ justification }) => justification)),
  cue: ({ cue }) => cue.text,
  act: ({ cue }) => cue.act,
  negated: ({ cue }) => cue.negated,
  content: ({ content }) => content.map(({ text }) => text).join(' … '),
  quotation: ({ quotation }) => quotation,
  channel: ({ channel }) => channel?.text,
  channel_actor: ({ channel }, ledger) =>
    channel?.actor == null ? null : actorName(ledger, channel.actor),
  addressee: ({ addressee }) => addressee?.text,
  addressee_actor: ({ addressee }, ledger) =>
    addressee?.actor == null ? null : actorName(ledger, addressee.actor),
  said: ({ said }) => said?.text,
  said_date: ({ said }) => said?.date,
  places: (statement, { places }) => joined(inContent(statement, places).map(({ name }) => name)),
  times: (statement, { times }) =>
    joined(inContent(statement, times).map(({ text, value }) => value ?? text)),
  quantities: (statement, { quantities }) =>
    joined(inContent(statement, quantities).map(({ text }) => text)),
  wording: (statement, { wording }) =>
    joined(inContent(statement, wording).map(({ text }) => text)),
  voice: (statement, { sentences }) => sentenceAt(sentences, anchorOf(statement))?.voice,
  confidence: ({ confidence }) => confidence,
  certainty: ({ confidence }) => certaintyWord(confidence),
  doubts: ({ doubts = [] }) => joined(doubts),
  start: (statement) => extent(statement)?.start,
  end: (statement) => extent(statement)?.end,
}

const HEADER = line([...Object.keys(COLUMNS), 'not_read'])
/** What an article without statements has to say. */
const OF_ARTICLE = ['origin', 'outlet', 'title', 'published'] as const

/** One statement a line (RFC 4180), with a header row; safe to open in a spreadsheet. */
export function csv(ledger: Ledger): string {
  return HEADER + csvRows(ledger)
}

/** The lines of `csv` without the header: what every ledger after the first adds to a table of several. */
export function csvRows(ledger: Ledger): string {
  const read = Object.values(COLUMNS)
  const unread = unreadPhrase(ledger)
  if (unread !== null) {
    const { article } = ledger
    const known = OF_ARTICLE.map((column) => article[column])
    return line([...known, ...read.slice(known.length).map(() => null), unread])
  }
  return ledger.statements
    .map((statement) => line([...read.map((column) => column(statement, ledger)), null]))
    .join('')
}

/** Several values in one cell, each once. */
function joined(values: readonly (string | null)[]): string {
  return [...new Set(values.filter((value) => value !== null))].join('; ')
}

/** Those of `spans` that stand in what was said. */
function inContent<T extends Span>({ content }: Statement, spans: readonly T[]): T[] {
  return spans.filter((span) => content.some((fragment) => contains(fragment, span)))
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
