import type { Counts } from '../store.js'
import type { Connection } from './database.js'

const TABLES: Readonly<Record<keyof Counts, string>> = {
  articles: 'articles',
  captures: 'captures',
  blobs: 'blobs',
  ledgers: 'ledgers',
  statements: 'statements',
  records: 'journal',
}

/** How many of each are kept now. */
export async function counts(connection: Connection): Promise<Counts> {
  const counted = await Promise.all(
    Object.entries(TABLES).map(async ([noun, table]) => {
      const row = await connection.row<{ rows: number }>(`select count(*) as rows from ${table}`)
      return [noun, Number(row?.rows)] as const
    }),
  )
  return Object.fromEntries(counted) as Record<keyof Counts, number>
}
