import { fold, speakerName, type Ledger, type Statement, type TextSpan } from '@hearsay/engine'
import { digitsOf } from './date-keys.js'
import { keysOf } from './keys.js'
import { statementId } from './statement-id.js'
import { storable } from './storable.js'
import { tokensOf, type Tokens } from './tokens.js'
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
  for (const [n, statement] of ledger.statements.entries()) {
    const id = statementId(article, n)
    const inside = insideOf(statement)
    const quantities = ledger.quantities.filter(inside)
    rows.statements.push(statementRow(id, ledger, statement))
    rows.tokens.push({ id, ...tokensRow(ledger, statement, found) })
    for (const { value, unit } of quantities)
      rows.numbers.push({ statement: id, value, unit: unit === null ? null : storable(fold(unit)) })
  }
  return rows
}

function statementRow(id: number, ledger: Ledger, statement: Statement): StatementRow {
  const { source, cue, content, said } = statement
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
  }
}

function tokensRow(ledger: Ledger, statement: Statement, found: readonly Place[]): Tokens {
  const inside = insideOf(statement)
  const places = ledger.places.filter(inside)
  const times = ledger.times.filter(inside).map(({ value }) => value)
  const dates = [...times, statement.said?.date ?? null]
  const keys = keysOf({
    act: statement.cue.act,
    voice: voiceOf(ledger, statement),
    remove: statement.remove,
    named: statement.source !== null,
    dates: dates.flatMap((date) => digitsOf(date) ?? []),
    countries: places.flatMap(({ country }) => country ?? []),
    quantities: ledger.quantities.filter(inside),
    outlets: found.flatMap(({ outlet }) => outlet ?? []),
    published: found.flatMap(({ published }) => digitsOf(published) ?? []),
  })
  return {
    words: tokensOf(statement.content.map(({ text }) => text)),
    names: tokensOf(namesOf(ledger, statement)),
    places: tokensOf([...new Set(places.flatMap(({ name, text }) => [name, text]))]),
    keys: keys.join(' '),
  }
}

/** Whether a span lies in the statement: in what was said, or in who is said to have said it. */
function insideOf({ content, source, channel }: Statement): (span: TextSpan) => boolean {
  const parts = [...content, ...(source ? [source] : []), ...(channel ? [channel] : [])]
  return (span) => parts.some(({ start, end }) => span.start >= start && span.end <= end)
}

/** All that the article calls the statement's sources. */
function namesOf(ledger: Ledger, { source }: Statement): string[] {
  const sources = ledger.actors.filter(({ id }) => source?.actors.includes(id))
  const names = sources.flatMap(({ name, mentions }) => [name, ...mentions.map((m) => m.text)])
  return [...new Set(source ? [...names, source.text] : names)]
}
