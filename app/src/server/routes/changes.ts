import { ChangesSince } from '@hearsay/contract'
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { changesSince } from '../../actions/changes.js'
import type { Parts } from '../parts.js'
import { json, REFUSED } from '../schemas/answers.js'
import { ArticleParam } from '../schemas/asked.js'

const route = createRoute({
  method: 'get',
  path: '/api/articles/{id}/changes',
  summary: 'What was silently edited since an earlier version of an article',
  request: {
    params: ArticleParam,
    query: z.strictObject({
      from: z.string().max(64).optional().openapi({
        description: 'Id of the article to compare with; the version before unless told',
      }),
    }),
  },
  responses: {
    200: json(ChangesSince, 'Each change, with the words before and after'),
    ...REFUSED,
  },
})

export function changeRoutes(app: OpenAPIHono, { store }: Parts): void {
  app.openapi(route, async ({ req, json }) =>
    json(await changesSince(store, req.valid('param').id, req.valid('query').from), 200),
  )
}
