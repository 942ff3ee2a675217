import { z } from 'zod'
import { ArticleId, ToldError } from './text.js'
import { Problem } from './kept.js'

/**
 * What became of a capture. `added`: an article that was not here. `captured`: its words were here, from elsewhere or
 * in other bytes. `known`: all of it was here. `forgotten`: it was forgotten, and so is left out.
 */
export const Outcome = z.enum(['added', 'captured', 'known', 'forgotten'])
export type Outcome = z.infer<typeof Outcome>

/** What came of one article. */
export const JobItem = z.object({
  origin: z.string(),
  outcome: z.enum([...Outcome.options, 'kept', 'same', 'skipped']).optional(),
  article: ArticleId.optional(),
  version: z.int().optional(),
  error: ToldError.optional(),
})
export type JobItem = z.infer<typeof JobItem>

/** What takes longer than a request. */
export const Job = z
  .object({
    id: z.string(),
    kind: z.enum(['add', 're-read', 'verify']),
    state: z.enum(['running', 'done', 'failed', 'cancelled']),
    /** Others run before it. */
    waiting: z.boolean(),
    /** Why it stands still: its database is away, and waited for. */
    stalled: z.string().optional(),
    /** How many articles are through. */
    done: z.int(),
    /** How many there are; null while that is not known. */
    total: z.int().nullable(),
    /** The latest of them; where there were too many to list, those that failed stay longest. */
    items: z.array(JobItem),
    /** How many had each outcome, also of those no longer listed; `failed` counts errors. */
    counts: z.record(z.string(), z.int()),
    /** What verify found so far. */
    problems: z.array(Problem).optional(),
    /** Why the whole job failed. */
    error: ToldError.optional(),
  })
  .meta({ id: 'Job' })
export type Job = z.infer<typeof Job>

/** What starts a job answers with its id. */
export const Started = z.object({ job: z.string() }).meta({ id: 'Started' })
export type Started = z.infer<typeof Started>
