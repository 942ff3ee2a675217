import { Review, ReviewPage, Started, urlObject } from '@hearsay/contract'
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { startReReading } from '../jobs/start.js'
import type { Parts } from '../parts.js'
import { json, REFUSED } from '../schemas/answers.js'

const review = createRoute({
  method: 'get',
  path: '/api/review',
  summary: 'Statements worth a look, the least sure first',
  request: { query: urlObject(ReviewPage) },
  responses: { 200: json(Review, 'A page of them'), ...REFUSED },
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
