import { HearsayError } from '@hearsay/engine'
import { Query, SavedSearch } from '@hearsay/contract'
import { z } from 'zod'
import { inJson } from '../rows/in-json.js'
import type { Connection } from '../database.js'
import { refuseUnstorable } from './refuse-unstorable.js'

/** A saved search as its row tells it. */
export const SearchRow = SavedSearch.extend({ query: inJson(Query) })

export async function searches(connection: Connection): Promise<SavedSearch[]> {
  const rows = await connection.rows<unknown>(
    'select name, query, saved from searches order by name',
  )
  return z.array(SearchRow).parse(rows)
}

const LONGEST_NAME = 200

/** Keeps a search by its name, in place of one that has it. @throws HearsayError `query-malformed`, `text-unstorable`. */
export async function saveSearch(
  connection: Connection,
  at: string,
  name: string,
  query: Query,
): Promise<void> {
  refuseUnstorable([name, query])
  if (!Query.safeParse(query).success)
    throw new HearsayError(
      'query-malformed',
      'This search cannot be kept: it is not one that could be asked.',
    )
  if (name.length > LONGEST_NAME)
    throw new HearsayError(
      'query-malformed',
      `The name of a search may have ${LONGEST_NAME} characters at most.`,
    )
  await connection.run(
    `insert into searches (name, query, saved) values (?, ?, ?)
     on conflict (name) do update set query = excluded.query, saved = excluded.saved`,
    ...[name, JSON.stringify(query), at],
  )
}
