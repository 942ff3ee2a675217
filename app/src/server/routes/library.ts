import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { Parts } from '../parts.js'
import { json, REFUSED } from '../schemas/answers.js'
import { Cursor, Limit } from '../schemas/asked.js'
import { Library } from '../schemas/library.js'

const Words = z.string().min(1).max(1000).optional()

const library = createRoute({
  method: 'get',
  path: '/api/articles',
  summary: 'Articles, what was added last first',
  request: {
    query: z.strictObject({ words: Words, outlet: Words, limit: Limit, cursor: Cursor }),
  },
  responses: { 200: json(Library, 'A page of them'), ...REFUSED },
})

export function libraryRoutes(app: OpenAPIHono, { store }: Parts): void {
  app.openapi(library, async ({ req, json }) => json(await store.library(req.valid('query')), 200))
}
