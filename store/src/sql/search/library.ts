import { foldedWords } from '@hearsay/engine'
import type { ArticleEntry, Library, LibraryPage } from '@hearsay/contract'
import { cursorOf, endOf } from './cursor.js'
import type { Connection, Value } from '../database.js'
import type { EntryFacts } from '../rows/entry-row.js'
import { REPRINTS } from './hits.js'
import { outletsLike } from './outlets.js'
import { versionsAt } from '../rows/versions.js'

interface Row {
  id: number
  article: string
  outlet: string | null
  published: string | null
  added: string
  origin: string
  address: string
  facts: string
  reprints: number
  story: string | null
}

/** A page of the articles, what was added last first. */
export async function library(connection: Connection, page: LibraryPage): Promise<Library> {
  const { conditions, values } = await asked(connection, page)
  const where = ['true', ...conditions].join(' and ')
  const counted = await connection.row<{ total: number }>(
    `select count(*) as total from entries where ${where}`,
    ...values,
  )
  const before = page.cursor === undefined ? Number.MAX_SAFE_INTEGER : endOf(page.cursor).id
  const rows = await connection.rows<Row>(
    `select articles.id, articles.hash as article, captures.outlet, published, coalesce(added, fetched) as added,
       origin, address, facts, ${REPRINTS('articles.id')} as reprints,
       (select hash from reprints join articles as first on first.id = reprints.origin
        where reprints.article = articles.id) as story
     from (select * from entries where ${where} and article < ? order by article desc limit ?) as entry
     join articles on articles.id = entry.article
     join captures on captures.id = entry.capture
     order by articles.id desc`,
    ...values,
    before,
    page.limit + 1,
  )
  const shown = rows.slice(0, page.limit)
  const entries: ArticleEntry[] = []
  for (const row of shown) entries.push(await entryOf(connection, row))
  const last = rows.length > shown.length ? shown.at(-1) : undefined
  const next = last ? cursorOf({ id: last.id, score: null }) : null
  return { entries, total: counted?.total ?? 0, next }
}

async function asked(connection: Connection, { words, outlet }: LibraryPage) {
  const conditions: string[] = []
  const values: Value[] = []
  for (const word of foldedWords(words ?? '')) {
    conditions.push('label like ?')
    values.push(`% ${word}%`)
  }
  if (outlet !== undefined) {
    const names = await outletsLike(connection, outlet)
    conditions.push(
      `exists (select 1 from captures where captures.article = entries.article
         and outlet in (${names.map(() => '?').join(', ') || 'null'}))`,
    )
    values.push(...names)
  }
  return { conditions, values }
}

async function entryOf(connection: Connection, row: Row): Promise<ArticleEntry> {
  const { title, ...counts } = JSON.parse(row.facts) as EntryFacts
  const versions = await versionsAt(connection, row.address)
  const version = versions.findIndex(({ article }) => article === row.article) + 1
  return {
    article: row.article,
    title,
    outlet: row.outlet,
    published: row.published,
    added: row.added,
    origin: row.origin,
    address: row.address,
    ...counts,
    versions: Math.max(versions.length, 1),
    version: Math.max(version, 1),
    reprints: row.reprints,
    originOfReprint: row.story,
  }
}
