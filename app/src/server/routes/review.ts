import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { Statement as EngineStatement } from '@hearsay/engine'
import type { ReviewItem as Item } from '@hearsay/store'
import { startReReading } from '../jobs/start.js'
import type { Parts } from '../parts.js'
import { json, REFUSED } from '../schemas/answers.js'
import { Cursor, Limit } from '../schemas/asked.js'
import { Started } from '../schemas/job.js'
import { ArticleId } from '../schemas/store.js'

const Statement = z.custom<EngineStatement>().openapi({
  type: 'object',
  allOf: [{ $ref: '#/components/schemas/Ledger/$defs/statement' }],
})

const ReviewItem = z
  .object({
    article: ArticleId,
    title: z.string().nullable(),
    statement: Statement,
    why: z.enum(['unsure', 'misfit', 'disagrees']),
    correction: z.string().optional(),
    note: z.string().optional(),
  })
  .openapi('ReviewItem') satisfies z.ZodType<Item>

const review = createRoute({
  method: 'get',
  path: '/api/review',
  summary: 'Statements worth a look, the least sure first',
  request: { query: z.strictObject({ limit: Limit, cursor: Cursor }) },
  responses: {
    200: json(
      z
        .object({ items: z.array(ReviewItem), total: z.int(), next: z.string().nullable() })
        .openapi('Review'),
      'A page of them',
    ),
    ...REFUSED,
  },
})

const reRead = createRoute({
  method: 'post',
  path: '/api/re-read',
  summary: 'Read every article again: a job',
  responses: { 202: json(Started, 'The id of the job that reads'), ...REFUSED },
})

export function reviewRoutes(app: OpenAPIHono, parts: Parts): void {
  app.openapi(review, async ({ req, json }) =>
    json(await parts.store.review(req.valid('query')), 200),
  )
  app.openapi(reRead, ({ json }) => json({ job: startReReading(parts).id }, 202))
}
