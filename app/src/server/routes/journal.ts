import { Head } from '@hearsay/contract'
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import type { Parts } from '../parts.js'
import { json, REFUSED } from '../schemas/answers.js'

const head = createRoute({
  method: 'get',
  path: '/api/journal/head',
  summary: 'The end of the journal, to be published or timestamped',
  responses: { 200: json(Head, 'Its hash and how many records lead to it'), ...REFUSED },
})

export function journalRoutes(app: OpenAPIHono, { store }: Parts): void {
  app.openapi(head, async ({ json }) => json(await store.head(), 200))
}
