import { Flag, Forgotten, Ledger, OpenedArticle } from '@hearsay/contract'
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { EXPORTS } from '@hearsay/engine'
import { forget } from '../../actions/forget.js'
import { openArticle } from '../../actions/open-article.js'
import { original } from '../../actions/original.js'
import { show } from '../../actions/show.js'
import { attachment, disposition } from '../answers/attachment.js'
import type { Parts } from '../parts.js'
import { FILE_TYPES, FORMATS } from '../answers/file-types.js'
import { file, json, REFUSED } from '../schemas/answers.js'
import { ArticleParam } from '../schemas/asked.js'

const whole = createRoute({
  method: 'get',
  path: '/api/articles/{id}',
  summary: 'An article: its latest ledger, where it was found, its versions',
  request: { params: ArticleParam },
  responses: {
    200: json(OpenedArticle, 'The article'),
    ...REFUSED,
  },
})

const ledger = createRoute({
  method: 'get',
  path: '/api/articles/{id}/ledger',
  summary: 'The latest ledger of an article',
  description: 'As people have corrected it; with asRead, as the machine read it',
  request: { params: ArticleParam, query: z.strictObject({ asRead: Flag.optional() }) },
  responses: { 200: json(Ledger, 'The ledger'), ...REFUSED },
})

const exported = createRoute({
  method: 'get',
  path: '/api/articles/{id}/export',
  summary: 'The latest ledger of an article as a file',
  request: {
    params: ArticleParam,
    query: z.strictObject({ format: z.enum(FORMATS).default('json') }),
  },
  responses: {
    200: file(
      Object.values(FILE_TYPES).map(({ type }) => type),
      'The file',
    ),
    ...REFUSED,
  },
})

const bytes = createRoute({
  method: 'get',
  path: '/api/articles/{id}/original',
  summary: 'The bytes that an article was read from, as they came',
  request: { params: ArticleParam },
  responses: { 200: file(['application/octet-stream'], 'The bytes'), ...REFUSED },
})

const forgotten = createRoute({
  method: 'delete',
  path: '/api/articles/{id}',
  summary: 'Forget an article: its bytes, its text and its ledgers',
  request: { params: ArticleParam },
  responses: { 200: json(Forgotten, 'What that leaves'), ...REFUSED },
})

export function articleRoutes(app: OpenAPIHono, { store }: Parts): void {
  app.openapi(whole, async ({ req, json }) =>
    json(await openArticle(store, req.valid('param').id), 200),
  )
  app.openapi(ledger, async ({ req, json }) =>
    json(await show(store, req.valid('param').id, req.valid('query')), 200),
  )
  app.openapi(exported, async (context) => {
    const { format } = context.req.valid('query')
    const found = await show(store, context.req.valid('param').id)
    const name = `hearsay-${found.article.id.replace(/^sha256:/, '').slice(0, 12)}`
    return attachment(context, EXPORTS[format](found), FILE_TYPES[format], name)
  })
  app.openapi(bytes, async (context) => {
    const found = await original(store, context.req.valid('param').id)
    return context.body(new Uint8Array(found.bytes), 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': disposition(found.origin),
    })
  })
  app.openapi(forgotten, async ({ req, json }) =>
    json(await forget(store, req.valid('param').id), 200),
  )
}
