import { fold } from '@hearsay/engine'
import type { Connection } from '../database.js'

/** All outlets, one after another from the index, however many articles each has. */
const OUTLETS = `with recursive outlets (name) as (
    select min(outlet) from captures
    union all
    select (select min(outlet) from captures where outlet > outlets.name) from outlets
    where name is not null
  ) select name from outlets where name is not null`

/** The outlets whose name has `part` in it. */
export async function outletsLike(connection: Connection, part: string): Promise<string[]> {
  const rows = await connection.rows<{ name: string }>(OUTLETS)
  const folded = fold(part)
  return rows.flatMap(({ name }) => (fold(name).includes(folded) ? [name] : []))
}
