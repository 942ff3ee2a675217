import { clusterOf, creditedIn, type Cluster, type Copy } from '@hearsay/engine'
import type { Reprints } from '../../store.js'
import type { Connection } from '../database.js'

/** The row id of the article that carried the story first: itself, if it is known to carry none of another's. */
export async function leadOf(connection: Connection, article: number): Promise<number> {
  const row = await connection.row<{ origin: number }>(
    'select origin from reprints where article = ?',
    article,
  )
  return row?.origin ?? article
}

/** Row ids of all articles that carry the story of this one, itself among them. */
export async function groupOf(connection: Connection, article: number): Promise<number[]> {
  const lead = await leadOf(connection, article)
  const rows = await connection.rows<{ article: number }>(
    'select article from reprints where origin = ? order by article',
    lead,
  )
  return [lead, ...rows.map((row) => row.article)]
}

/** Makes one group of the groups of these articles, under whichever came first. */
export async function unite(connection: Connection, articles: readonly number[]): Promise<void> {
  const leads = new Set<number>()
  for (const article of articles) leads.add(await leadOf(connection, article))
  // A known article may have been found once more, at an earlier date.
  const all = [...new Set([...leads, ...articles])]
  if (all.length === 1) return
  const first = await earliest(connection, all)
  for (const lead of leads) if (lead !== first) await handOver(connection, lead, first)
}

async function handOver(connection: Connection, lead: number, first: number): Promise<void> {
  await connection.run('delete from reprints where article = ?', first)
  await connection.run('update reprints set origin = ? where origin = ?', first, lead)
  await connection.run('insert into reprints (article, origin) values (?, ?)', lead, first)
}

/** The articles that carry the same story as the one with this hash. */
export async function reprints(connection: Connection, article: string): Promise<Reprints> {
  const row = await connection.row<{ id: number }>(
    'select id from articles where hash = ?',
    article,
  )
  const alone: Cluster = { origin: article, articles: [article], credited: [] }
  if (!row) return alone
  const group = await groupOf(connection, row.id)
  if (group.length === 1) return alone
  const rows = await inParts<Omit<Place, 'id'> & { text: string }>(
    connection,
    `select hash as article, text, outlet, published, fetched ${PLACES}`,
    group,
  )
  return clusterOf(
    rows.map(({ text, ...row }) => {
      return { ...row, credits: creditedIn(JSON.parse(text) as string) }
    }),
  )
}

interface Place extends Omit<Copy, 'credits'> {
  id: number
}

const PLACES = 'from articles join captures on captures.article = articles.id where articles.id in'

/** Of articles that carry one story, the one that came first. */
export async function earliest(
  connection: Connection,
  articles: readonly number[],
): Promise<number> {
  const select = `select articles.id, hash as article, outlet, published, fetched ${PLACES}`
  const rows = await inParts<Place>(connection, select, articles)
  const { origin } = clusterOf(rows.map((row) => ({ ...row, credits: [] })))
  return rows.find(({ article }) => article === origin)!.id
}

const AT_ONCE = 100

/** The rows of a query that ends in a list of row ids, however long. */
async function inParts<Row>(
  connection: Connection,
  select: string,
  ids: readonly number[],
): Promise<Row[]> {
  const rows: Row[] = []
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const some = ids.slice(at, at + AT_ONCE)
    const list = some.map(() => '?').join(', ')
    rows.push(...(await connection.rows<Row>(`${select} (${list})`, ...some)))
  }
  return rows
}
