import { z } from '@hono/zod-openapi'
import { ACTS, VOICES } from '@hearsay/engine'
import type * as store from '@hearsay/store'

const Words = z.string().min(1).max(1000).optional()

/** What to look for, as the store takes it. */
export const SavedQuery = z
  .strictObject({
    words: Words,
    actor: Words,
    actorId: Words,
    act: z.array(z.enum(ACTS)).readonly().optional(),
    outlet: Words,
    voice: z.array(z.enum(VOICES)).readonly().optional(),
    agentless: z.boolean().optional(),
    remove: z.int().min(0).optional(),
    since: Words,
    until: Words,
    about: Words,
    place: Words,
    number: z
      .strictObject({ min: z.number().optional(), max: z.number().optional(), unit: Words })
      .optional(),
    article: Words,
    origins: z.boolean().optional(),
    order: z.enum(['rank', 'newest']).optional(),
    limit: z.int().min(1).max(1000).default(50),
    cursor: Words,
  })
  .openapi('Query') satisfies z.ZodType<store.Query>

export const SavedSearch = z
  .object({ name: z.string(), query: SavedQuery, saved: z.string() })
  .openapi('SavedSearch') satisfies z.ZodType<store.SavedSearch>
