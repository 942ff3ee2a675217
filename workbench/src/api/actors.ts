import type { Act, ActorKind } from '@hearsay/engine/view'
import { api, get, send } from './request.js'
import type { Forgotten } from './library.js'

export interface Doubt {
  with: string
  name: string
  why: string
}

/** One person or body, across articles. */
export interface ActorEntry {
  id: string
  name: string
  kind: ActorKind
  /** The most frequent first. */
  names: string[]
  titles: string[]
  articles: number
  statements: number
  acts: { act: Act; count: number }[]
  doubts: Doubt[]
}

/** Who somebody is in one article. */
export interface ActorMention {
  article: string
  actor: string
  name: string
  title: string | null
  justification: string | null
  /** What the article is called, where and when it was published. */
  articleTitle?: string | null
  outlet?: string | null
  published?: string | null
}

export type KeptActor = ActorEntry & { mentions: ActorMention[] }

export interface Actors {
  actors: ActorEntry[]
  total: number
  next: string | null
}

export interface ActorQuestion {
  words: string
  kind: string
}

/** What joined or parted sources: its record, and who it is now. */
export interface Joined {
  id: string
  correction: string
}

/** Those who speak most first. */
export function listActors(
  { words, kind }: ActorQuestion,
  page: { limit: number; cursor?: string | null },
  signal?: AbortSignal,
): Promise<Actors> {
  return get(api('actors', { words: words.trim(), kind, ...page }), signal)
}

export function getActor(id: string, signal?: AbortSignal): Promise<KeptActor> {
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
