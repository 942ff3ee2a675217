import { z } from '@hono/zod-openapi'
import { ACTS, VOICES } from '@hearsay/engine'
import type * as store from '@hearsay/store'

// What the store answers with, for the API's description; the types hold the two together.

export const ArticleId = z.string().openapi({
  description: 'SHA-256 of the article’s text, in hex',
  example: '65bf66105726c1f0a7b1c5d2e9f4a3b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2',
})

export const Counts = z
  .object({
    articles: z.int(),
    captures: z.int(),
    blobs: z.int(),
    ledgers: z.int(),
    statements: z.int(),
    records: z.int(),
  })
  .openapi('Counts') satisfies z.ZodType<store.Counts>

export const Head = z
  .object({ hash: z.string(), records: z.int(), at: z.string() })
  .openapi('Head') satisfies z.ZodType<store.Head>

export const Hit = z
  .object({
    article: ArticleId,
    statement: z.string(),
    parent: z.string().nullable(),
    who: z.string().nullable(),
    actorId: z.string().nullable(),
    act: z.enum(ACTS),
    negated: z.boolean(),
    telling: z.object({ before: z.string(), after: z.string(), to: z.string() }),
    voice: z.enum(VOICES),
    remove: z.int().nullable(),
    said: z.string().nullable(),
    words: z.string(),
    spans: z.array(z.tuple([z.int(), z.int()])),
    origin: z.string(),
    outlet: z.string().nullable(),
    published: z.string().nullable(),
    reprints: z.int(),
  })
  .openapi('Hit') satisfies z.ZodType<store.Hit>

export const Hits = z
  .object({
    hits: z.array(Hit),
    total: z.int(),
    exact: z.boolean(),
    next: z.string().nullable(),
    ranked: z.boolean(),
  })
  .openapi('Hits') satisfies z.ZodType<store.Hits>

const Facet = z.array(z.object({ value: z.string(), count: z.int() }))

export const Facets = z
  .object({ act: Facet, outlet: Facet, voice: Facet, who: Facet })
  .openapi('Facets') satisfies z.ZodType<store.Facets>

export const Forgotten = z
  .object({
    article: ArticleId,
    addresses: z.array(z.string()),
    versions: z.array(z.string()),
    shared: z.int(),
    searches: z.array(z.string()),
    lingering: z.enum(['reading', 'room']).nullable(),
  })
  .openapi('Forgotten') satisfies z.ZodType<store.Forgotten>

export const Problem = z
  .object({ where: z.string(), what: z.string() })
  .openapi('Problem') satisfies z.ZodType<store.Problem>
