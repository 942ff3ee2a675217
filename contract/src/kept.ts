import { z } from 'zod'

/** How much is kept now. */
export const Counts = z
  .object({
    articles: z.int(),
    captures: z.int(),
    blobs: z.int(),
    ledgers: z.int(),
    statements: z.int(),
    records: z.int(),
  })
  .meta({ id: 'Counts' })
export type Counts = z.infer<typeof Counts>

/** The end of the journal: who publishes it, or has it timestamped, can show that nothing before it was changed since. */
export const Head = z
  .object({
    /** Of the last record: SHA-256 in hex. */
    hash: z.string(),
    records: z.int(),
    /** ISO date-time of the last record, by the clock of the machine that wrote it. */
    at: z.string(),
  })
  .meta({ id: 'Head' })
export type Head = z.infer<typeof Head>

/** Something that is not as it was kept. */
export const Problem = z.object({ where: z.string(), what: z.string() }).meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>

/** Which Hearsay this is, and how much it keeps. */
export const Status = z
  .object({
    version: z.string(),
    reader: z.string(),
    model: z.string().nullable(),
    home: z.string(),
    counts: Counts,
  })
  .meta({ id: 'Status' })
export type Status = z.infer<typeof Status>
