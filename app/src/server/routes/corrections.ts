import { Change, Corrected, CorrectionEntry } from '@hearsay/contract'
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { correctArticle } from '../../actions/correct-article.js'
import type { Parts } from '../parts.js'
import { json, REFUSED } from '../schemas/answers.js'
import { ArticleParam } from '../schemas/asked.js'

const make = createRoute({
  method: 'post',
  path: '/api/articles/{id}/corrections',
  summary: 'Correct an article: a record with author and time',
  request: {
    params: ArticleParam,
    body: {
      content: { 'application/json': { schema: z.strictObject({ change: Change }) } },
      required: true,
    },
  },
  responses: { 200: json(Corrected, 'The record, and the reading that it makes'), ...REFUSED },
})

const takeBack = createRoute({
  method: 'post',
  path: '/api/corrections/{id}/undo',
  summary: 'Take a correction back; itself a record',
  request: { params: z.object({ id: z.string().max(100) }) },
  responses: { 200: json(Corrected, 'The record, and the reading that it makes'), ...REFUSED },
})

const list = createRoute({
  method: 'get',
  path: '/api/corrections',
  summary: 'Corrections of an article or of all, and what became of them',
  request: { query: z.strictObject({ article: z.string().max(64).optional() }) },
  responses: { 200: json(z.array(CorrectionEntry), 'In the order they were made'), ...REFUSED },
})

export function correctionRoutes(app: OpenAPIHono, { store, by }: Parts): void {
  app.openapi(make, async ({ req, json }) =>
    json(await correctArticle(store, req.valid('param').id, req.valid('json').change, by), 200),
  )
  app.openapi(takeBack, async ({ req, json }) =>
    json(await store.undo(req.valid('param').id, by), 200),
  )
  app.openapi(list, async ({ req, json }) => {
    const { article } = req.valid('query')
    const found = article === undefined ? undefined : await store.find(article)
    return json(await store.corrections(found), 200)
  })
}
