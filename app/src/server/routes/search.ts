import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { ACTS } from '@hearsay/engine'
import type { Parts } from '../parts.js'
import { json, REFUSED } from '../schemas/answers.js'
import { Day, Limit } from '../schemas/asked.js'
import { Hits } from '../schemas/store.js'

const Words = z.string().max(1000).optional()

const search = createRoute({
  method: 'get',
  path: '/api/search',
  summary: 'Find statements',
  request: {
    query: z.strictObject({
      words: Words.openapi({
        description: 'All of these; "in quotes" together; flood* by beginning',
      }),
      actor: Words,
      act: z.enum(ACTS).optional(),
      outlet: Words,
      since: Day.optional(),
      limit: Limit,
    }),
  },
  responses: { 200: json(Hits, 'The statements that answer'), ...REFUSED },
})

export function searchRoutes(app: OpenAPIHono, { store }: Parts): void {
  app.openapi(search, async ({ req, json }) => {
    const { act, ...asked } = req.valid('query')
    return json(await store.search({ ...asked, act: act && [act] }), 200)
  })
}
