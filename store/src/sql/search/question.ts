import { fold, foldedWords, type AskedWord } from '@hearsay/engine'
import type { Query } from '@hearsay/contract'
import {
  actorQuestion,
  among,
  namedOrKnownAs,
  spokenBy,
  type ActorQuestion,
} from './actor-question.js'
import type { Connection, Sql } from '../database.js'
import { askedDigits, coveringKeys } from './date-keys.js'
import { token, type Expression } from './expression.js'
import { key } from './keys.js'
import { magnitudeKeys } from './number-keys.js'
import { outletsLike } from './outlets.js'
import { parseWords } from './parse-words.js'
import { idsOf } from '../rows/statement-id.js'
import type { WordIndex } from './word-index.js'

/** A query as the index is asked. */
export interface Question {
  /** Null: every statement. */
  expression: Expression | null
  /** What was asked of the words, to rank by. */
  asked: AskedWord[]
  /** Patterns of LIKE for parts of words that so many words have that the texts themselves are looked through. */
  common: string[]
  /** Row ids in between are looked at. */
  ids: [first: number, last: number] | null
  number: Query['number']
  /** Null: whoever speaks. */
  actorId: string | null
  actor: ActorQuestion | null
}

/** Of more words than this that have a part in common, an index is asked more slowly than all texts are looked through. */
const MOST_WORDS = 50

/** Null when nothing can answer. */
export async function questionOf(
  connection: Connection,
  index: WordIndex,
  query: Query,
): Promise<Question | null> {
  const asked = parseWords(query.words ?? '')
  const all: Expression[] = []
  const common: string[] = []
  if (query.words !== undefined) {
    // Words that cannot be looked up are found nowhere.
    if (asked.length === 0) return null
    for (const one of asked) {
      const words = await wordExpression(connection, index, one)
      if (words !== null) all.push(words)
      else if (one.kind === 'part') common.push(one.pattern)
    }
  }
  if (query.place !== undefined) all.push(placeExpression(query.place))
  if (query.outlet !== undefined)
    all.push(anyKey((await outletsLike(connection, query.outlet)).map(key.outlet)))
  all.push(...keyExpressions(query))
  const ids = query.article === undefined ? null : await idsIn(connection, query.article)
  if (query.article !== undefined && ids === null) return null
  const actor = query.actor === undefined ? null : await actorQuestion(connection, query.actor)
  if (actor && actor.identities.length === 0) all.push(actor.names)
  return {
    expression: all.length > 0 ? { all } : null,
    ...{ asked, common, ids, number: query.number, actorId: query.actorId ?? null },
    actor: actor && actor.identities.length > 0 ? actor : null,
  }
}

function keyExpressions(query: Query): Expression[] {
  const { act, voice, agentless, remove, country, since, until, about, number } = query
  const asked: Expression[] = []
  if (act !== undefined) asked.push(anyKey(act.map(key.act)))
  if (voice !== undefined) asked.push(anyKey(voice.map(key.voice)))
  if (country !== undefined) asked.push(anyKey([key.country(country)]))
  if (agentless) asked.push(anyKey([key.agentless]))
  if (remove !== undefined && remove > 0) asked.push(anyKey([key.remove(Math.ceil(remove))]))
  if (about !== undefined) asked.push(anyKey([key.about(askedDigits(about))]))
  if (since !== undefined || until !== undefined) {
    const [from, to] = [since, until].map((day) => (day === undefined ? null : askedDigits(day)))
    asked.push(anyKey(coveringKeys(from!, to!).map(key.published)))
  }
  if (number !== undefined)
    asked.push(anyKey(magnitudeKeys(number.min, number.max).map(key.magnitude)))
  if (number?.unit !== undefined) asked.push(anyKey([key.unit(number.unit)]))
  return asked
}

/** Null of a part of too many words. */
async function wordExpression(
  connection: Connection,
  index: WordIndex,
  asked: AskedWord,
): Promise<Expression | null> {
  if (asked.kind !== 'part')
    return { column: 'words', tokens: asked.tokens, prefix: asked.kind === 'prefix' }
  const words = await index.wordsLike(connection, asked.pattern, MOST_WORDS + 1)
  return words.length > MOST_WORDS ? null : { any: words.map((word) => token('words', word)) }
}

/** `kyiv`, `New York`, `UA`. */
function placeExpression(place: string): Expression {
  const any: Expression[] = [{ column: 'places', tokens: foldedWords(place) }]
  if (/^[a-z]{2}$/i.test(place)) any.push(token('keys', key.country(place)))
  return { any }
}

function anyKey(keys: readonly string[]): Expression {
  return { any: keys.map((each) => token('keys', each)) }
}

async function idsIn(connection: Connection, hash: string): Promise<[number, number] | null> {
  const row = await connection.row<{ id: number }>('select id from articles where hash = ?', hash)
  return row ? idsOf(row.id) : null
}

/** `select id …` of all statements that answer, in no order. */
export function candidates(index: WordIndex, question: Question): Sql {
  const { expression, common, ids, number, actorId, actor } = question
  const matching = expression && index.matching(expression)
  const { table, id } = matching ?? { table: 'statement_tokens', id: 'id' }
  const conditions: Sql[] = []
  if (matching) conditions.push({ sql: matching.condition, values: [matching.value] })
  // A space around each word, so that the end of one is told from its middle.
  for (const pattern of common)
    conditions.push({ sql: `${table}.words || ' ' like ?`, values: [`${pattern} %`] })
  if (ids) conditions.push({ sql: `${id} between ? and ?`, values: ids })
  if (number) conditions.push(numberCondition(`${table}.${id}`, number))
  if (actorId !== null) conditions.push(among(`${table}.${id}`, spokenBy([actorId])))
  if (actor) conditions.push(among(`${table}.${id}`, namedOrKnownAs(index, actor)))
  const where = conditions.length > 0 ? conditions.map(({ sql }) => sql).join(' and ') : 'true'
  return {
    sql: `select ${id} as id from ${table} where ${where}`,
    values: conditions.flatMap(({ values }) => values),
  }
}

function numberCondition(id: string, { min, max, unit }: NonNullable<Query['number']>): Sql {
  const asked: Sql[] = [{ sql: `statement = ${id}`, values: [] }]
  if (min !== undefined) asked.push({ sql: 'value >= ?', values: [min] })
  if (max !== undefined) asked.push({ sql: 'value <= ?', values: [max] })
  if (unit !== undefined) asked.push({ sql: 'unit = ?', values: [fold(unit)] })
  return {
    sql: `exists (select 1 from statement_numbers where ${asked.map(({ sql }) => sql).join(' and ')})`,
    values: asked.flatMap(({ values }) => values),
  }
}
