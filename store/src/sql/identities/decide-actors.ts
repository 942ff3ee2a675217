import { HearsayError, type Correction } from '@hearsay/engine'
import { actor } from './actors.js'
import type { Backend } from '../backend.js'
import { keepCorrection, type Said } from '../write/correct.js'
import type { Connection } from '../database.js'
import { settle } from './settle.js'
import { unsettle } from './unsettled.js'

/** Mentions by which a decision knows whom it speaks of; more than one, since articles may be forgotten. */
const ENOUGH = 5

type Change = Extract<Correction['change'], { kind: 'merge' | 'split' }>
type Refs = { article: string; actor: string; name: string }[]

/** Says that these actors are one; answers with the id that they now have. */
export function merge(
  { database }: Backend,
  ids: readonly string[],
  said: Said,
): Promise<{ id: string; correction: string }> {
  return database.write(async (connection) => {
    await settle(connection)
    const different = [...new Set(ids)]
    if (different.length < 2)
      throw new HearsayError('correction-unfit', 'To merge takes two different actors at least.')
    const refs: Refs = []
    for (const id of different) refs.push(...(await mentionsOf(connection, id)).slice(0, ENOUGH))
    return decide(connection, { kind: 'merge', actors: refs }, refs[0]!, said)
  })
}

/** Says that these mentions are of somebody else than the rest; answers with the id that they now have. */
export function split(
  { database }: Backend,
  id: string,
  mentions: readonly { article: string; actor: string }[],
  said: Said,
): Promise<{ id: string; correction: string }> {
  return database.write(async (connection) => {
    await settle(connection)
    const all = await mentionsOf(connection, id)
    const asked = new Set(mentions.map(({ article, actor }) => `${article} ${actor}`))
    const to = all.filter(({ article, actor }) => asked.has(`${article} ${actor}`))
    const from = all.filter((each) => !to.includes(each)).slice(0, ENOUGH)
    if (to.length === 0 && mentions.length > 0) {
      const others = await mentionsOf(connection, await identityOf(connection, mentions[0]!, id))
      const theirs = others.filter(({ article, actor }) => asked.has(`${article} ${actor}`))
      if (theirs.length === asked.size)
        return decide(
          connection,
          { kind: 'split', from, to: theirs.slice(0, ENOUGH) },
          all[0]!,
          said,
        )
    }
    if (to.length < asked.size)
      throw new HearsayError('correction-unfit', `Not all of these are mentions of ${id}.`)
    if (to.length === 0 || from.length === 0)
      throw new HearsayError(
        'correction-unfit',
        'To split takes mentions that go and others that stay.',
      )
    return decide(connection, { kind: 'split', from, to }, to[0]!, said)
  })
}

/** Whose mention it is; `id` where nobody knows it. */
async function identityOf(
  connection: Connection,
  { article, actor: of }: Pick<Refs[number], 'article' | 'actor'>,
  id: string,
): Promise<string> {
  const row = await connection.row<{ identity: string }>(
    `select identity from article_actors join articles on articles.id = article_actors.article
     where hash = ? and actor = ?`,
    ...[article, of],
  )
  return row?.identity ?? id
}

async function mentionsOf(connection: Connection, id: string): Promise<Refs> {
  const { mentions } = await actor(connection, id)
  return mentions.map(({ article, actor: of, name }) => ({ article, actor: of, name }))
}

async function decide(
  connection: Connection,
  change: Change,
  { article, actor: of }: Refs[number],
  said: Said,
): Promise<{ id: string; correction: string }> {
  const refs = change.kind === 'merge' ? change.actors : [...change.from, ...change.to]
  const { id: correction } = await keepCorrection(
    connection,
    { article: null, row: null },
    change,
    said,
  )
  await unsettle(connection, refs)
  await settle(connection)
  return { id: await identityOf(connection, { article, actor: of }, of), correction }
}
