import { ACTS, VOICES } from '@hearsay/engine'
import { z } from 'zod'
import { ArticleId } from './text.js'

/** A statement that answers a query. */
export const Hit = z
  .object({
    article: ArticleId,
    statement: z.string(),
    /** Id of the statement in whose content this one stands, in the same article. */
    parent: z.string().nullable(),
    /** Null when nobody is named. */
    who: z.string().nullable(),
    /** Id of the source across articles; null where it has none. */
    actorId: z.string().nullable(),
    act: z.enum(ACTS),
    negated: z.boolean(),
    /** The article's own words around the name: `according to`, ` did not deny`, ` the council`. */
    telling: z.object({ before: z.string(), after: z.string(), to: z.string() }),
    voice: z.enum(VOICES),
    remove: z.int().nullable(),
    /** ISO date when it was said. */
    said: z.string().nullable(),
    /** What was said, its fragments parted by ` … `. */
    words: z.string(),
    /** Of each fragment, half-open, in UTF-16 code units of the article's text. */
    spans: z.array(z.tuple([z.int(), z.int()])),
    origin: z.string(),
    outlet: z.string().nullable(),
    published: z.string().nullable(),
    /** How many further articles carry the same story. */
    reprints: z.int(),
  })
  .meta({ id: 'Hit' })
export type Hit = z.infer<typeof Hit>

export const Hits = z
  .object({
    hits: z.array(Hit),
    /** How many there are in all: exactly, or at least so many. */
    total: z.int(),
    exact: z.boolean(),
    /** The cursor of the next page; null on the last. */
    next: z.string().nullable(),
    /** Whether they come by how well they answer; else the newest comes first. */
    ranked: z.boolean(),
  })
  .meta({ id: 'Hits' })
export type Hits = z.infer<typeof Hits>

const Facet = z.array(z.object({ value: z.string(), count: z.int() }))

/** What hits have in common, the most frequent first. */
export const Facets = z
  .object({ act: Facet, outlet: Facet, voice: Facet, who: Facet })
  .meta({ id: 'Facets' })
export type Facets = z.infer<typeof Facets>
export const FACETS = Facets.keyof().options
