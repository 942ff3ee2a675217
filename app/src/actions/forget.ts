import type { Forgotten } from '@hearsay/contract'
import type { Store } from '@hearsay/store'
import { findActor } from './actors.js'

/**
 * Forgets the article whose id begins with `id`.
 * @throws HearsayError `id-malformed`, `article-unknown`, `id-ambiguous`.
 */
export async function forget(store: Store, id: string): Promise<Forgotten> {
  return store.forget(await store.find(id))
}

/**
 * Forgets every article in which this actor speaks.
 * @throws HearsayError `actor-unknown`, `actor-ambiguous`.
 */
export async function forgetActor(store: Store, typed: string): Promise<Forgotten[]> {
  return store.forgetActor((await findActor(store, typed)).id)
}

/**
 * The articles in which this actor speaks.
 * @throws HearsayError `actor-unknown`, `actor-ambiguous`.
 */
export async function articlesOf(store: Store, typed: string): Promise<string[]> {
  const { mentions } = await store.actor((await findActor(store, typed)).id)
  return [...new Set(mentions.map(({ article }) => article))]
}
