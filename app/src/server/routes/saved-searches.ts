import { Query, SavedSearch } from '@hearsay/contract'
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { Parts } from '../parts.js'
import { json, REFUSED } from '../schemas/answers.js'

const Name = z.string().min(1).max(200)
const path = '/api/searches'
const Searches = z.array(SavedSearch)

const list = createRoute({
  method: 'get',
  path,
  summary: 'Saved searches',
  responses: { 200: json(Searches, 'By their names'), ...REFUSED },
})

const save = createRoute({
  method: 'put',
  path,
  summary: 'Save a search, in place of one of the same name',
  request: {
    body: {
      content: {
        'application/json': { schema: z.strictObject({ name: Name, query: Query }) },
      },
      required: true,
    },
  },
  responses: { 200: json(Searches, 'All saved searches'), ...REFUSED },
})

const drop = createRoute({
  method: 'delete',
  path,
  summary: 'Drop a saved search',
  request: { query: z.strictObject({ name: Name }) },
  responses: { 200: json(Searches, 'Those that are left'), ...REFUSED },
})

export function savedSearchRoutes(app: OpenAPIHono, { store }: Parts): void {
  app.openapi(list, async ({ json }) => json(await store.searches(), 200))
  app.openapi(save, async ({ req, json }) => {
    const { name, query } = req.valid('json')
    await store.saveSearch(name, query)
    return json(await store.searches(), 200)
  })
  app.openapi(drop, async ({ req, json }) => {
    await store.dropSearch(req.valid('query').name)
    return json(await store.searches(), 200)
  })
}
