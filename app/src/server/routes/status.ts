import { Status } from '@hearsay/contract'
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { ENGINE_VERSION } from '@hearsay/engine'
import { DEFAULT_READER } from '@hearsay/engine/node'
import type { Parts } from '../parts.js'
import { json, REFUSED } from '../schemas/answers.js'

const status = createRoute({
  method: 'get',
  path: '/api/status',
  summary: 'Which Hearsay this is, and how much it keeps',
  responses: { 200: json(Status, 'The status'), ...REFUSED },
})

export function statusRoutes(app: OpenAPIHono, { store, home, model }: Parts): void {
  app.openapi(status, async (context) =>
    context.json(
      {
        ...{ version: ENGINE_VERSION, reader: DEFAULT_READER, model: await model() },
        ...{ home, counts: await store.counts() },
      },
      200,
    ),
  )
}
