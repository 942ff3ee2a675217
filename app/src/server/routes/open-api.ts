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
  security: [{ token: [] }] as Record<string, string[]>[],
}

/** The description of all routes that were added before. */
export function openApiRoutes(app: OpenAPIHono): void {
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description:
      'The token of the server that runs, for the user who runs it: serve.token in its home, mode 0600. There is no cookie.',
  })
  app.get('/api/openapi.json', (context) => context.json(app.getOpenAPI31Document(ABOUT)))
}
