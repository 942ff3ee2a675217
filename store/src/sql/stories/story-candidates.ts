import { SKETCH_SIZE } from '@hearsay/engine'
import type { Connection } from '../database.js'

/** Of articles that share a hash, only so many of the newest: a phrase that stands in thousands tells little. */
const NEWEST = 64
/** Those that share fewer hashes are not compared. */
const LEAST = 2
/** So many are compared, those first that share most. */
const MOST = 8

/** One statement for sketches of every size, so that it is prepared once. */
const SHARING = `
  select found.id, text from (
    select article as id, count(*) as shared from (${Array.from(
      { length: SKETCH_SIZE },
      (_, n) =>
        `select article from (select article from sketches where hash = ? order by article desc limit ${NEWEST}) as hash${n}`,
    ).join(' union all ')}) as sharing
    where article <> ? group by article having count(*) >= ${LEAST}
    order by shared desc, article desc limit ${MOST}
  ) as found join articles on articles.id = found.id order by shared desc, found.id desc`

const NO_HASH = -1

export interface Candidate {
  id: number
  text: string
}

/** Articles that may carry the same story as `article`, which has this sketch. */
export async function candidates(
  connection: Connection,
  article: number,
  sketch: readonly number[],
): Promise<Candidate[]> {
  const hashes = Array.from({ length: SKETCH_SIZE }, (_, n) => sketch[n] ?? NO_HASH)
  const rows = await connection.rows<Candidate>(SHARING, ...hashes, article)
  return rows.map(({ id, text }) => ({ id, text: JSON.parse(text) as string }))
}
