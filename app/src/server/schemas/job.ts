import { z } from '@hono/zod-openapi'
import { JOB_KINDS, JOB_STATES, type Job as JobShape } from '../jobs/job.js'
import { ArticleId, Problem } from './store.js'

const Told = z.object({ code: z.string(), message: z.string() })

export const Job = z
  .object({
    id: z.string(),
    kind: z.enum(JOB_KINDS),
    state: z.enum(JOB_STATES),
    waiting: z.boolean(),
    stalled: z.string().optional(),
    done: z.int(),
    total: z.int().nullable(),
    items: z.array(
      z.object({
        origin: z.string(),
        outcome: z
          .enum(['added', 'captured', 'known', 'forgotten', 'kept', 'same', 'skipped'])
          .optional(),
        article: ArticleId.optional(),
        version: z.int().optional(),
        error: Told.optional(),
      }),
    ),
    counts: z.record(z.string(), z.int()),
    problems: z.array(Problem).optional(),
    error: Told.optional(),
  })
  .openapi('Job') satisfies z.ZodType<JobShape>

/** What starts a job answers with its id. */
export const Started = z.object({ job: z.string() }).openapi('Started')
