import { Library, LibraryPage, urlObject } from '@hearsay/contract'
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import type { Parts } from '../parts.js'
import { json, REFUSED } from '../schemas/answers.js'

const library = createRoute({
  method: 'get',
  path: '/api/articles',
  summary: 'Articles, what was added last first',
  request: { query: urlObject(LibraryPage) },
  responses: { 200: json(Library, 'A page of them'), ...REFUSED },
})

export function libraryRoutes(app: OpenAPIHono, { store }: Parts): void {
  app.openapi(library, async ({ req, json }) => json(await store.library(req.valid('query')), 200))
}
