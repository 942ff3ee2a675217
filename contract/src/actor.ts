import { ACTOR_KINDS, ACTS } from '@hearsay/engine'
import { z } from 'zod'
import { ArticleId } from './text.js'

/** A person or body across articles. */
export const ActorEntry = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(ACTOR_KINDS),
    names: z.array(z.string()),
    titles: z.array(z.string()),
    articles: z.int(),
    statements: z.int(),
    /** The most frequent first. */
    acts: z.array(z.object({ act: z.enum(ACTS), count: z.int() })),
    /** Who else it may be, and why that is not sure. */
    doubts: z.array(z.object({ with: z.string(), name: z.string(), why: z.string() })),
  })
  .meta({ id: 'ActorEntry' })
export type ActorEntry = z.infer<typeof ActorEntry>

/** Who somebody is in one article. */
export const ActorMention = z.object({
  article: ArticleId,
  actor: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  justification: z.string().nullable(),
  /** What the article is called, where it was published, and its ISO date. */
  articleTitle: z.string().nullable(),
  outlet: z.string().nullable(),
  published: z.string().nullable(),
})
export type ActorMention = z.infer<typeof ActorMention>

/** One of them, as each article has it. */
export const ActorDetails = z
  .object({ ...ActorEntry.shape, mentions: z.array(ActorMention) })
  .meta({ id: 'Actor' })
export type ActorDetails = z.infer<typeof ActorDetails>

export const Actors = z
  .object({ actors: z.array(ActorEntry), total: z.int(), next: z.string().nullable() })
  .meta({ id: 'Actors' })
export type Actors = z.infer<typeof Actors>

/** What joined or parted sources: who it is now, and the correction. */
export const Joined = z.object({ id: z.string(), correction: z.string() }).meta({ id: 'Joined' })
export type Joined = z.infer<typeof Joined>
