import { Facets, Hits, queryOf, QueryParams } from '@hearsay/contract'
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import type { Parts } from '../parts.js'
import { json, REFUSED } from '../schemas/answers.js'

const search = createRoute({
  method: 'get',
  path: '/api/search',
  summary: 'Find statements',
  request: { query: QueryParams },
  responses: { 200: json(Hits, 'The statements that answer'), ...REFUSED },
})

const facets = createRoute({
  method: 'get',
  path: '/api/facets',
  summary: 'What the statements that answer have in common, the most frequent first',
  request: { query: QueryParams },
  responses: { 200: json(Facets, 'Acts, outlets, voices and who speaks'), ...REFUSED },
})

export function searchRoutes(app: OpenAPIHono, { store }: Parts): void {
  app.openapi(search, async ({ req, json }) =>
    json(await store.search(queryOf(req.valid('query'))), 200),
  )
  app.openapi(facets, async ({ req, json }) =>
    json(await store.facets(queryOf(req.valid('query'))), 200),
  )
}
