import { AnchoredChange } from '@hearsay/contract'
import type { Correction } from '@hearsay/engine'
import { inJson } from './in-json.js'
import type { Connection } from '../database.js'

const Kept = inJson(AnchoredChange)

interface Row {
  id: number
  article: string | null
  at: string
  author: string
  change: string
}

const COLUMNS = `select corrections.id, articles.hash as article, at, author, change
  from corrections left join articles on articles.id = corrections.article`

/** Texts that share an address with an article: `article` is one of them, `other` each of them. */
const SAME_PLACE = `select distinct theirs.article from captures as ours
  join captures as theirs on theirs.address = ours.address
  where ours.article = ? and ours.address <> '-'`

/** The corrections of an article, and of earlier texts at its address, in the order in which they were made. */
export async function correctionsFor(
  connection: Connection,
  article: number,
): Promise<Correction[]> {
  const rows = await connection.rows<Row>(
    `${COLUMNS} where corrections.article = ?
       or corrections.article in (${SAME_PLACE} and theirs.article < ?)
     order by corrections.id`,
    ...[article, article, article],
  )
  return rows.map(correctionOf)
}

/** Texts to which the corrections of an article are carried: itself, and later ones at its address. */
export async function carriedTo(connection: Connection, article: number): Promise<number[]> {
  const rows = await connection.rows<{ article: number }>(
    `${SAME_PLACE} and theirs.article > ? order by 1`,
    ...[article, article],
  )
  return [article, ...rows.map((row) => row.article)]
}

/** All corrections, of articles and across them, as they were made. */
export async function allCorrections(connection: Connection): Promise<Correction[]> {
  const rows = await connection.rows<Row>(`${COLUMNS} order by corrections.id`)
  return rows.map(correctionOf)
}

/** Those across articles: merges, splits and what takes them back. */
export async function decisions(connection: Connection): Promise<Correction[]> {
  const rows = await connection.rows<Row>(
    `${COLUMNS} where corrections.article is null order by corrections.id`,
  )
  return rows.map(correctionOf)
}

export async function correctionById(
  connection: Connection,
  id: string,
): Promise<Correction | null> {
  const number = /^c(\d{1,15})$/.exec(id)?.[1]
  if (number === undefined) return null
  const row = await connection.row<Row>(`${COLUMNS} where corrections.id = ?`, Number(number))
  return row ? correctionOf(row) : null
}

function correctionOf({ id, article, at, author, change }: Row): Correction {
  return {
    id: `c${id}`,
    article,
    at,
    by: author,
    change: Kept.parse(change),
  }
}
