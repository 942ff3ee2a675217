import { HearsayError } from '@hearsay/engine'
import type { ActorEntry } from '@hearsay/contract'
import type { Store } from '@hearsay/store'

/**
 * The actor that `typed` names: its id, or a name that only one has.
 * @throws HearsayError `actor-unknown`, `actor-ambiguous`.
 */
export async function findActor(store: Store, typed: string): Promise<ActorEntry> {
  if (/^[a-z-]+:/u.test(typed)) return store.actor(typed)
  const { actors } = await store.actors({ words: typed, limit: 9 })
  const [only, ...others] = actors
  const exact = actors.filter(({ name }) => name.toLowerCase() === typed.toLowerCase())
  if (exact.length === 1) return exact[0]!
  if (only && others.length === 0) return only
  if (!only) {
    throw new HearsayError('actor-unknown', `There is no actor called "${typed}".`)
  }
  const ids = actors.map(({ id }) => id).join(', ')
  throw new HearsayError('actor-ambiguous', `"${typed}" may be several: ${ids}. Give one of these.`)
}

/** Says that these actors are one. */
export async function mergeActors(
  store: Store,
  typed: readonly string[],
  by: string,
): Promise<{ id: string; correction: string }> {
  const ids: string[] = []
  for (const each of typed) ids.push((await findActor(store, each)).id)
  return store.merge(ids, by)
}

/** Says that these mentions, `3f2a91c4d5e6/a2`, or all of an article, are of somebody else. */
export async function splitActor(
  store: Store,
  typed: string,
  mentions: readonly string[],
  by: string,
): Promise<{ id: string; correction: string }> {
  const { id } = await findActor(store, typed)
  const all = (await store.actor(id)).mentions
  const going = mentions.flatMap((mention) => {
    const [article = '', actor] = mention.split('/')
    const found = all.filter(
      (each) => each.article.startsWith(article) && (actor === undefined || each.actor === actor),
    )
    if (article.length >= 4 && found.length > 0) return found
    throw new HearsayError(
      'correction-unfit',
      `${mention} is no mention of ${id}. "hearsay actors show ${id}" lists them.`,
    )
  })
  return store.split(id, going, by)
}
