import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'

/** In bytes: files of any kind, articles in JSON, all else, and what anybody may send. */
const LARGEST = { file: 256_000_000, article: 64_000_000, other: 1_000_000, code: 1000 }
const ARTICLES = new Set(['/api/articles', '/api/read'])

const limits = {
  file: bodyLimit({ maxSize: LARGEST.file }),
  article: bodyLimit({ maxSize: LARGEST.article }),
  other: bodyLimit({ maxSize: LARGEST.other }),
  code: bodyLimit({ maxSize: LARGEST.code }),
}

/** Refuses a body that is larger than its route takes, before it is held in memory. */
export const limitBody: MiddlewareHandler = (context, next) => {
  const { path } = context.req
  if (path === '/api/session') return limits.code(context, next)
  const isFile = context.req.header('content-type')?.startsWith('application/octet-stream')
  if (!ARTICLES.has(path)) return limits.other(context, next)
  return (isFile ? limits.file : limits.article)(context, next)
}
