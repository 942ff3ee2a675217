import {
  fold,
  rangeIndex,
  speakerName,
  tellingOf,
  type Actor,
  type Ledger,
  type Place as NamedPlace,
  type Quantity,
  type Statement,
  type TextSpan,
  type Time,
} from '@hearsay/engine'
import { digitsOf } from '../search/date-keys.js'
import { keysOf } from '../search/keys.js'
import { statementId } from './statement-id.js'
import { storable } from './storable.js'
import { tokensOf, type Tokens } from '../search/tokens.js'
import { voiceOf } from './voices.js'

/** A statement as hits show it. */
export interface StatementRow {
  id: number
  statement: string
  parent: string | null
  who: string | null
  /** Of the ledger's actors. */
  actor: string | null
  act: string
  negated: number
  voice: string
  remove: number | null
  said: string | null
  words: string
  spans: string
  /** All of the ledger's that speak, with a space around each. */
  actors: string | null
  /** See `Hit`; as JSON. */
  telling: string
}

/** A statement as it is found. */
export interface TokensRow extends Tokens {
  id: number
}

/** A quantity in a statement. */
export interface NumberRow {
  statement: number
  value: number
  unit: string | null
}

export interface IndexRows {
  statements: StatementRow[]
  tokens: TokensRow[]
  numbers: NumberRow[]
}

/** Where an article was found, as far as statements are found by it. */
export interface Place {
  outlet: string | null
  published: string | null
}

/** The rows that follow from the ledger of the article with this row id. */
export function indexRows(article: number, ledger: Ledger, found: readonly Place[]): IndexRows {
  const rows: IndexRows = { statements: [], tokens: [], numbers: [] }
  const inside = findingsIn(ledger)
  const namesOf = sourceNames(ledger.actors)
  for (const [n, statement] of ledger.statements.entries()) {
    const id = statementId(article, n)
    const findings = inside(statement)
    const names = namesOf(statement)
    rows.statements.push(statementRow(id, ledger, statement))
    rows.tokens.push({ id, ...tokensRow(ledger, statement, { found, names, ...findings }) })
    for (const { value, unit } of findings.quantities)
      rows.numbers.push({ statement: id, value, unit: unit === null ? null : storable(fold(unit)) })
  }
  return rows
}

function statementRow(id: number, ledger: Ledger, statement: Statement): StatementRow {
  const { source, cue, content, said } = statement
  const { before, after, to } = tellingOf(ledger, statement)
  return {
    id,
    statement: statement.id,
    parent: statement.parent,
    who: storable(speakerName(ledger, statement)),
    actor: source?.actor ?? null,
    act: cue.act,
    negated: cue.negated ? 1 : 0,
    voice: voiceOf(ledger, statement),
    remove: statement.remove,
    said: said?.date ?? null,
    words: storable(content.map(({ text }) => text).join(' … ')),
    spans: JSON.stringify(content.map(({ start, end }) => [start, end])),
    actors: source ? ` ${source.actors.join(' ')} ` : null,
    telling: storable(JSON.stringify({ before, after, to })),
  }
}

interface Findings {
  places: NamedPlace[]
  times: Time[]
  quantities: Quantity[]
}

interface Around extends Findings {
  found: readonly Place[]
  /** All that the article calls the statement's sources. */
  names: string[]
}

function tokensRow(
  ledger: Ledger,
  statement: Statement,
  { found, names, places, times, quantities }: Around,
): Tokens {
  const dates = [...times.map(({ value }) => value), statement.said?.date ?? null]
  const keys = keysOf({
    act: statement.cue.act,
    voice: voiceOf(ledger, statement),
    remove: statement.remove,
    named: statement.source !== null,
    dates: dates.flatMap((date) => digitsOf(date) ?? []),
    countries: places.flatMap(({ country }) => country ?? []),
    quantities,
    outlets: found.flatMap(({ outlet }) => outlet ?? []),
    published: found.flatMap(({ published }) => digitsOf(published) ?? []),
  })
  return {
    words: tokensOf(statement.content.map(({ text }) => text)),
    names: tokensOf(names),
    places: tokensOf([...new Set(places.flatMap(({ name, text }) => [name, text]))]),
    keys: keys.join(' '),
  }
}

/** What lies in a statement: in what was said, or in who is said to have said it. */
function findingsIn(ledger: Ledger): (statement: Statement) => Findings {
  const [places, times, quantities] = [
    spansIn(ledger.places),
    spansIn(ledger.times),
    spansIn(ledger.quantities),
  ]
  return ({ content, source, channel }) => {
    const parts = [...content, ...(source ? [source] : []), ...(channel ? [channel] : [])]
    return { places: places(parts), times: times(parts), quantities: quantities(parts) }
  }
}

/** The spans that lie in one of several parts of the text, in the ledger's order. */
function spansIn<Found extends TextSpan>(
  spans: readonly Found[],
): (parts: readonly TextSpan[]) => Found[] {
  const touching = rangeIndex([...spans.keys()], (i) => [spans[i]!.start, spans[i]!.end])
  return (parts) => {
    const found = parts.flatMap(({ start, end }) =>
      touching([start, end]).filter((i) => spans[i]!.start >= start && spans[i]!.end <= end),
    )
    return [...new Set(found)].sort((a, b) => a - b).map((i) => spans[i]!)
  }
}

/** All that the article calls the sources of a statement, actors in the ledger's order. */
function sourceNames(actors: readonly Actor[]): (statement: Statement) => string[] {
  const places = new Map(actors.map(({ id }, place) => [id, place]))
  const known = new Map<number, string[]>()
  const namesAt = (place: number): string[] => {
    const { name, mentions } = actors[place]!
    const names = known.get(place) ?? [...new Set([name, ...mentions.map(({ text }) => text)])]
    known.set(place, names)
    return names
  }
  return ({ source }) => {
    if (!source) return []
    const found = new Set(source.actors.flatMap((id) => places.get(id) ?? []))
    const names = [...found].sort((a, b) => a - b).flatMap(namesAt)
    return [...new Set([...names, source.text])]
  }
}
