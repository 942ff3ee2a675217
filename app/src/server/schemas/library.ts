import { z } from '@hono/zod-openapi'
import type * as store from '@hearsay/store'
import { ArticleId } from './store.js'

const Voices = z.object({
  attributed: z.number(),
  own: z.number(),
  agentless: z.number(),
  mixed: z.number(),
})

export const ArticleEntry = z
  .object({
    article: ArticleId,
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    published: z.string().nullable(),
    added: z.string(),
    origin: z.string(),
    address: z.string(),
    words: z.int(),
    statements: z.int(),
    sources: z.int(),
    voices: Voices,
    versions: z.int(),
    version: z.int(),
    reprints: z.int(),
    originOfReprint: z.string().nullable(),
    corrections: z.int(),
    unread: z.string().nullable(),
  })
  .openapi('ArticleEntry') satisfies z.ZodType<store.ArticleEntry>

export const Library = z
  .object({ entries: z.array(ArticleEntry), total: z.int(), next: z.string().nullable() })
  .openapi('Library') satisfies z.ZodType<store.Library>

export const CaptureEntry = z
  .object({
    address: z.string(),
    origin: z.string(),
    fetched: z.string(),
    added: z.string(),
    blob: z.string(),
    outlet: z.string().nullable(),
    published: z.string().nullable(),
    container: z.object({ hash: z.string(), name: z.string(), member: z.string() }).nullable(),
  })
  .openapi('Capture') satisfies z.ZodType<store.CaptureEntry>

export const Version = z
  .object({ article: ArticleId, version: z.int(), fetched: z.string() })
  .openapi('Version') satisfies z.ZodType<store.Version>
