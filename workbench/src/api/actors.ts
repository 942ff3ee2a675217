import type { ActorDetails, ActorMention, Actors, Forgotten, Joined } from '@hearsay/contract'
import { api, get, send } from './request.js'

export interface ActorQuestion {
  words: string
  kind: string
}

/** Those who speak most first. */
export function listActors(
  { words, kind }: ActorQuestion,
  page: { limit: number; cursor?: string | null },
  signal?: AbortSignal,
): Promise<Actors> {
  return get(api('actors', { words: words.trim(), kind, ...page }), signal)
}

export function getActor(id: string, signal?: AbortSignal): Promise<ActorDetails> {
  return get(api(`actors/${encodeURIComponent(id)}`), signal)
}

export function mergeActors(ids: string[]): Promise<Joined> {
  return send('POST', api('actors/merge'), { ids })
}

/** `mentions` become somebody else, or stay so where they are. */
export function splitActor(
  id: string,
  mentions: Pick<ActorMention, 'article' | 'actor'>[],
): Promise<Joined> {
  return send('POST', api('actors/split'), {
    id,
    mentions: mentions.map(({ article, actor }) => ({ article, actor })),
  })
}

/** Forgets every article in which the source speaks. */
export function forgetActor(id: string): Promise<Forgotten[]> {
  return send('DELETE', api(`actors/${encodeURIComponent(id)}`))
}
