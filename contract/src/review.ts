import { z } from 'zod'
import { Statement } from './ledger.js'
import { ArticleId } from './text.js'

/** A statement that is worth a second look. */
export const ReviewItem = z
  .object({
    article: ArticleId,
    title: z.string().nullable(),
    statement: Statement,
    /**
     * `unsure`: no person has looked at it. `misfit`: it is nearest to where a correction no longer fits. `disagrees`: the
     * latest reading says something new against a person's word.
     */
    why: z.enum(['unsure', 'misfit', 'disagrees']),
    correction: z.string().optional(),
    /** What is amiss with the correction. */
    note: z.string().optional(),
  })
  .meta({ id: 'ReviewItem' })
export type ReviewItem = z.infer<typeof ReviewItem>

export const Review = z
  .object({ items: z.array(ReviewItem), total: z.int(), next: z.string().nullable() })
  .meta({ id: 'Review' })
export type Review = z.infer<typeof Review>
