import type { Problem } from '@hearsay/contract'
import { identifier } from '../identities/actor-rows.js'
import type { Checked } from './checked.js'
import { allMembers, decisionsInForce, identityRow } from '../identities/settle.js'

/** Whether who is who follows from the actors of the articles and from what people have decided. */
export async function* identityProblems({ connection }: Checked): AsyncGenerator<Problem> {
  const where = 'actors'
  const lost = await connection.row(
    `select 1 from article_actors where not exists
       (select 1 from articles where articles.id = article_actors.article) limit 1`,
  )
  if (lost) yield { where, what: 'there are some of an article that is not there' }
  // What is yet to be settled cannot be wrong.
  if (await connection.row('select 1 from unsettled limit 1')) return
  const members = await allMembers(connection)
  const placed = new Map(members.map((member) => [`${member.article} ${member.actor}`, member]))
  const kept = await connection.rows<{ id: string }>('select * from identities')
  const known = new Map(kept.map((row) => [row.id, JSON.stringify(row)]))
  for (const identity of identifier().identify(members, await decisionsInForce(connection))) {
    const own = identity.members.map(({ article, actor }) => placed.get(`${article} ${actor}`)!)
    const row = known.get(identity.id)
    known.delete(identity.id)
    if (row !== JSON.stringify(identityRow(identity, own)))
      yield { where, what: `${identity.id} is not what its articles say` }
    else if (own.some((member) => member.identity !== identity.id))
      yield { where, what: `${identity.id} is not found from all its articles` }
  }
  for (const id of known.keys()) yield { where, what: `${id} is in no article` }
}
