import { z } from '@hono/zod-openapi'
import type { AnchoredChange, Disagreement as EngineDisagreement } from '@hearsay/engine'
import type { CorrectionEntry as Entry } from '@hearsay/store'
import type { Corrected as Done } from '../../actions/correct-article.js'
import { Ledger } from './ledger.js'
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

const record = {
  id: z.string(),
  article: ArticleId.nullable(),
  at: z.string(),
  by: z.string(),
  change: Anchored,
}

/** A correction, and the ledger that it makes. */
export const Corrected = z
  .object({ correction: z.object(record), ledger: Ledger.optional() })
  .openapi('Corrected') satisfies z.ZodType<Done>

export const CorrectionEntry = z
  .object({
    ...record,
    state: z.enum(['applied', 'undone', 'misfit']),
    why: z.string().nullable(),
    statement: z.string().nullable(),
  })
  .openapi('Correction') satisfies z.ZodType<Entry>

export const Disagreement = z
  .object({ statement: z.string(), correction: z.string(), why: z.string() })
  .openapi('Disagreement') satisfies z.ZodType<EngineDisagreement>
