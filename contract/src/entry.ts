import { z } from 'zod'
import { ArticleId } from './text.js'

/** Shares of the text, 0 to 1. */
const Voices = z.object({
  attributed: z.number(),
  own: z.number(),
  agentless: z.number(),
  mixed: z.number(),
})

/** An article as a list of them shows it. */
export const ArticleEntry = z
  .object({
    article: ArticleId,
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    published: z.string().nullable(),
    /** ISO date-time. */
    added: z.string(),
    origin: z.string(),
    address: z.string(),
    words: z.int(),
    statements: z.int(),
    sources: z.int(),
    voices: Voices,
    /** How many texts its address has had, and which of them it is. */
    versions: z.int(),
    version: z.int(),
    /** How many further articles carry the same story, and which of all came first, when that is another. */
    reprints: z.int(),
    originOfReprint: z.string().nullable(),
    /** Corrections that stand, those of earlier texts at its address included. */
    corrections: z.int(),
    /** Why nothing of it was read, as of a text that is not English; null where it was. */
    unread: z.string().nullable(),
  })
  .meta({ id: 'ArticleEntry' })
export type ArticleEntry = z.infer<typeof ArticleEntry>

export const Library = z
  .object({ entries: z.array(ArticleEntry), total: z.int(), next: z.string().nullable() })
  .meta({ id: 'Library' })
export type Library = z.infer<typeof Library>

/** The WARC, feed or archive that bytes came in. */
export const Container = z.object({
  /** SHA-256 of the container, in hex. */
  hash: z.string(),
  name: z.string(),
  /** Which record, entry or line of it. */
  member: z.string(),
})
export type Container = z.infer<typeof Container>

/** A place and time at which an article was found. */
export const CaptureEntry = z
  .object({
    address: z.string(),
    origin: z.string(),
    /** ISO date-times. */
    fetched: z.string(),
    added: z.string(),
    /** SHA-256 of the bytes, in hex. */
    blob: z.string(),
    outlet: z.string().nullable(),
    published: z.string().nullable(),
    container: Container.nullable(),
  })
  .meta({ id: 'Capture' })
export type CaptureEntry = z.infer<typeof CaptureEntry>

export const Version = z
  .object({ article: ArticleId, version: z.int(), fetched: z.string() })
  .meta({ id: 'Version' })
export type Version = z.infer<typeof Version>

/**
 * What keeps words of something forgotten on the disk for now: somebody else is reading the store as it was before, or there is
 * no room to write the database anew. The next opening or forgetting tries again.
 */
export const Lingering = z.enum(['reading', 'room'])
export type Lingering = z.infer<typeof Lingering>

export const Forgotten = z
  .object({
    article: ArticleId,
    /** Where it had been found. */
    addresses: z.array(z.string()),
    /** Other texts at these addresses, which are still kept: earlier and later versions. */
    versions: z.array(z.string()),
    /** Bytes that stay because other articles were read from them too. */
    shared: z.int(),
    /** Saved searches that went with it: they named what only it spoke of. */
    searches: z.array(z.string()),
    /** Why its words may still be on the disk; null when they are not. */
    lingering: Lingering.nullable(),
  })
  .meta({ id: 'Forgotten' })
export type Forgotten = z.infer<typeof Forgotten>
