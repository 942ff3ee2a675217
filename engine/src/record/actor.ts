import type { TextSpan } from './span.js'

export const ACTOR_KINDS = [
  'person',
  'organization',
  'outlet',
  'document',
  'unnamed-person',
  'unnamed-group',
] as const
export type ActorKind = (typeof ACTOR_KINDS)[number]

/** One who speaks somewhere in the article, after coreference. */
export interface Actor {
  id: string
  /** The fullest form in the article; a description when there is no name. */
  name: string
  kind: ActorKind
  /** Formal position as the article gives it. */
  title: string | null
  /** The words that say how this source comes to know, or why it counts. */
  justification: string | null
  mentions: TextSpan[]
}
