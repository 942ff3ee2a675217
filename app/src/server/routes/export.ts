import { Readable } from 'node:stream'
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { EXPORTS } from '@hearsay/engine'
import type { Store } from '@hearsay/store'
import { exportLedgers } from '../../actions/export.js'
import { attachment } from '../answers/attachment.js'
import { FILE_TYPES } from '../answers/file-types.js'
import type { Parts } from '../parts.js'
import { file, REFUSED } from '../schemas/answers.js'

const route = createRoute({
  method: 'get',
  path: '/api/export',
  summary: 'The latest ledger of every article, one a line',
  request: { query: z.strictObject({ format: z.enum(['jsonl']).default('jsonl') }) },
  responses: {
    200: file([FILE_TYPES.jsonl.type], 'The file'),
    ...REFUSED,
  },
})

export function exportRoutes(app: OpenAPIHono, { store }: Parts): void {
  app.openapi(route, (context) => {
    const body = Readable.toWeb(Readable.from(lines(store)))
    return attachment(context, body as ReadableStream, 'jsonl', 'hearsay')
  })
}

async function* lines(store: Store): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const ledger of exportLedgers(store)) yield encoder.encode(EXPORTS.jsonl(ledger))
}
