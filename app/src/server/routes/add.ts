import { GivenToKeep, Started } from '@hearsay/contract'
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { HearsayError } from '@hearsay/engine'
import { refuseOdd } from '../guard/refuse-odd.js'
import { startAdding } from '../jobs/start.js'
import { givenInput, type GivenInput } from '../given-input.js'
import type { Parts } from '../parts.js'
import { json, REFUSED } from '../schemas/answers.js'

const BYTES = 'application/octet-stream'

const route = createRoute({
  method: 'post',
  path: '/api/articles',
  summary: 'Read articles and keep them: a job',
  description:
    'Send JSON, or the bytes of a file of any kind that Hearsay reads, with its name percent-encoded in X-Origin.',
  request: {
    headers: z.object({ 'x-origin': z.string().max(4096).optional() }),
    body: {
      content: {
        'application/json': { schema: GivenToKeep },
        [BYTES]: { schema: z.string().openapi({ format: 'binary' }) },
      },
    },
  },
  responses: { 202: json(Started, 'The id of the job that adds them'), ...REFUSED },
})

export function addRoutes(app: OpenAPIHono, parts: Parts): void {
  app.openapi(route, async (context) => {
    const { req } = context
    const given = req.header('content-type')?.toLowerCase().startsWith(BYTES)
      ? upload(new Uint8Array(await req.arrayBuffer()), req.header('x-origin'))
      : givenInput(req.valid('json') as GivenToKeep)
    return context.json({ job: startAdding(given, parts).id }, 202)
  })
}

function upload(bytes: Uint8Array, given = 'upload'): GivenInput {
  const origin = decoded(given)
  refuseOdd({ 'X-Origin': origin })
  return { input: { kind: 'bytes', origin, bytes }, particulars: {} }
}

function decoded(origin: string): string {
  try {
    return decodeURIComponent(origin)
  } catch {
    const message = `X-Origin is not percent-encoded: "${origin}". Use encodeURIComponent.`
    throw new HearsayError('request-invalid', message)
  }
}
