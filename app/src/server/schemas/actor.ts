import { z } from '@hono/zod-openapi'
import { ACTOR_KINDS, ACTS } from '@hearsay/engine'
import type * as store from '@hearsay/store'
import { ArticleId } from './store.js'

const entry = {
  id: z.string(),
  name: z.string(),
  kind: z.enum(ACTOR_KINDS),
  names: z.array(z.string()),
  titles: z.array(z.string()),
  articles: z.int(),
  statements: z.int(),
  acts: z.array(z.object({ act: z.enum(ACTS), count: z.int() })),
  doubts: z.array(z.object({ with: z.string(), name: z.string(), why: z.string() })),
}

export const ActorEntry = z
  .object(entry)
  .openapi('ActorEntry') satisfies z.ZodType<store.ActorEntry>

const Mention = z.object({
  article: ArticleId,
  actor: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  justification: z.string().nullable(),
  articleTitle: z.string().nullable(),
  outlet: z.string().nullable(),
  published: z.string().nullable(),
}) satisfies z.ZodType<store.ActorDetails['mentions'][number]>

export const Actor = z.object({ ...entry, mentions: z.array(Mention) }).openapi('Actor')

export const Joined = z.object({ id: z.string(), correction: z.string() }).openapi('Joined')
