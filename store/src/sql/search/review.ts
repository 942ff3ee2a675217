import type { ReviewItem, Review, ReviewPage } from '@hearsay/contract'
import { correctedReading, type CorrectedReading } from '../rows/corrected.js'
import type { Connection } from '../database.js'
import { placeAfter } from './place-after.js'
import { articleOf } from '../rows/statement-id.js'

interface Row {
  id: number
  article: number
  hash: string
  statement: string
  sure: number
  why: ReviewItem['why']
  correction: string | null
  note: string | null
}

/** A page of what is worth a second look: first where a person's word is at stake, then the least sure. */
export async function review(connection: Connection, page: ReviewPage): Promise<Review> {
  const counted = await connection.row<{ total: number }>('select count(*) as total from review')
  const after = page.cursor === undefined ? null : endOf(page.cursor)
  const rows = await connection.rows<Row>(
    `select review.id, articles.id as article, hash, statement, sure, why, correction, note
     from (select * from review ${after ? 'where sure >= ? and (sure > ? or id < ?)' : ''}
       order by sure, id desc limit ?) as review
     join statements on statements.id = review.id
     join articles on articles.id = ${articleOf('review.id')}
     order by sure, review.id desc`,
    ...(after ? [after.sure, after.sure, after.id] : []),
    page.limit + 1,
  )
  const shown = rows.slice(0, page.limit)
  const last = rows.length > shown.length ? shown.at(-1) : undefined
  const next = last ? `${last.sure}_${last.id}` : null
  return { items: await itemsOf(connection, shown), total: counted?.total ?? 0, next }
}

function endOf(cursor: string): { sure: number; id: number } {
  const [sure, id] = placeAfter(cursor, /^(-1|[01](?:\.\d+)?(?:e-\d+)?)_(\d{1,16})$/)
  return { sure: Number(sure), id: Number(id) }
}

async function itemsOf(connection: Connection, rows: readonly Row[]): Promise<ReviewItem[]> {
  const readings = new Map<number, CorrectedReading | null>()
  for (const { article } of rows)
    if (!readings.has(article)) readings.set(article, await correctedReading(connection, article))
  return rows.flatMap(({ article, hash, statement: id, why, correction, note }) => {
    const ledger = readings.get(article)?.ledger
    const statement = ledger?.statements.find((each) => each.id === id)
    if (!ledger || !statement) return []
    const doubted = { ...(correction !== null && { correction }), ...(note !== null && { note }) }
    return [{ article: hash, title: ledger.article.title, statement, why, ...doubted }]
  })
}
