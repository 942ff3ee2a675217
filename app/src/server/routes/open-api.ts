import type { OpenAPIHono } from '@hono/zod-openapi'
import { ENGINE_VERSION } from '@hearsay/engine'

const ABOUT = {
  openapi: '3.1.0',
  info: {
    title: 'Hearsay',
    version: ENGINE_VERSION,
    description:
      'Who is said to have said what, in any news article. Served on this machine alone. Offsets count UTF-16 code units of the article’s text.',
  },
  security: [{ token: [] }, { cookie: [] }] as Record<string, string[]>[],
}

/** The description of all routes that were added before. */
export function openApiRoutes(app: OpenAPIHono, cookie: string): void {
  const registry = app.openAPIRegistry
  registry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' })
  registry.registerComponent('securitySchemes', 'cookie', {
    type: 'apiKey',
    in: 'cookie',
    name: cookie,
  })
  app.get('/api/openapi.json', (context) => context.json(app.getOpenAPI31Document(ABOUT)))
}
