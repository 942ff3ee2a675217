import type { Problem } from '@hearsay/contract'
import { SearchRow } from '../write/searches.js'
import type { Checked } from './checked.js'

/** What is kept as JSON and no record of the journal answers for: table, name, JSON, and the time where there is one. */
const ROWS = `select 'searches' as place, name, query as value, saved from searches
  union all select 'polls', address, state, null from polls`

interface Row {
  place: string
  name: string
  value: string
  saved: string | null
}

/** Whether saved searches and what is known of watched addresses can be read. */
export async function* askedProblems({ connection }: Checked): AsyncGenerator<Problem> {
  for (const { place, name, value, saved } of await connection.rows<Row>(ROWS)) {
    const sound =
      place === 'searches'
        ? SearchRow.safeParse({ name, query: value, saved }).success &&
          !Number.isNaN(Date.parse(saved ?? ''))
        : isObject(value)
    if (!sound) yield { where: `${place}, ${name}`, what: 'cannot be read' }
  }
}

function isObject(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
