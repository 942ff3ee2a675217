import { Readable } from 'node:stream'
import { queryOf, QueryParams } from '@hearsay/contract'
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import type { HearsayError } from '@hearsay/engine'
import { STORE_EXPORTS, type StoreFormat } from '../../actions/export.js'
import { attachment } from '../answers/attachment.js'
import { STORE_FILE_TYPES } from '../answers/file-types.js'
import type { Parts } from '../parts.js'
import { file, REFUSED } from '../schemas/answers.js'

const FORMATS = Object.keys(STORE_EXPORTS) as [StoreFormat, ...StoreFormat[]]
const Asked = QueryParams.omit({ limit: true, cursor: true, order: true })

const route = createRoute({
  method: 'get',
  path: '/api/export',
  summary: 'Everything that is kept, or what answers a query, as one file',
  description:
    'jsonl: one ledger a line, whole where one of its statements answers. statements: one hit a line. csv: one statement a line. annotations: a page of W3C Web Annotations a line. wires: corrected articles, a row to train on a line.',
  request: { query: Asked.extend({ format: z.enum(FORMATS).default('jsonl') }) },
  responses: {
    200: file(
      FORMATS.map((format) => STORE_FILE_TYPES[format].type),
      'The file',
    ),
    ...REFUSED,
  },
})

export function exportRoutes(app: OpenAPIHono, { store }: Parts): void {
  app.openapi(route, (context) => {
    const { format, ...asked } = context.req.valid('query')
    const query = Object.keys(asked).length > 0 ? queryOf(asked) : undefined
    const damaged: HearsayError[] = []
    const all = STORE_EXPORTS[format](store, query, (_, error) => damaged.push(error))
    const pieces = Readable.from(encoded(all, damaged))
    const body = Readable.toWeb(pieces) as ReadableStream
    return attachment(context, body, STORE_FILE_TYPES[format], 'hearsay')
  })
}

/** A file in which something is missing ends with an error, once the rest is there. */
async function* encoded(
  pieces: AsyncIterable<string>,
  damaged: readonly HearsayError[],
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const piece of pieces) yield encoder.encode(piece)
  if (damaged.length > 0) throw damaged[0]
}
