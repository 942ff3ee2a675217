import { z } from '@hono/zod-openapi'
import type { AnchoredChange, Disagreement as EngineDisagreement } from '@hearsay/engine'
import type { CorrectionEntry as Entry } from '../../actions/open-article.js'
import { ArticleId } from './store.js'

const Anchored = z.custom<AnchoredChange>().openapi({
  type: 'object',
  required: ['kind'],
  properties: {
    kind: {
      type: 'string',
      enum: ['accept', 'reject', 'revise', 'add', 'merge', 'split', 'undo'],
    },
  },
  description: 'What was changed, anchored by quote and position (docs/record.md)',
})

export const CorrectionEntry = z
  .object({
    id: z.string(),
    article: ArticleId.nullable(),
    at: z.string(),
    by: z.string(),
    change: Anchored,
    state: z.enum(['applied', 'undone', 'misfit']),
    why: z.string().nullable(),
  })
  .openapi('Correction') satisfies z.ZodType<Entry>

export const Disagreement = z
  .object({ statement: z.string(), correction: z.string(), why: z.string() })
  .openapi('Disagreement') satisfies z.ZodType<EngineDisagreement>
