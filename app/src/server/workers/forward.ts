import { Readable } from 'node:stream'
import type { ReadableStream as NodeStream } from 'node:stream/web'
import type { MiddlewareHandler } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Answer, Asked } from './requests.js'
import type { Workers } from './workers.js'

/** What the process that listens answers by itself: who comes in, and jobs. All else opens the store. */
const OWN: readonly [method: RegExp, path: RegExp][] = [
  [/./, /^\/api\/(session|links|tickets|jobs)\b/],
  [/^GET$/, /^\/api\/openapi\.json$/],
  [/^POST$/, /^\/api\/(articles|verify|re-read)$/],
]
/** What of a request a worker needs to know. */
const PASSED = ['content-type', 'accept']

/** Passes on what opens the store to a worker: nothing it does, and nothing that befalls it, stops this process. */
export function forward(workers: Workers): MiddlewareHandler {
  return async (context, next) => {
    const { method, path, url, raw } = context.req
    if (OWN.some(([methods, paths]) => methods.test(method) && paths.test(path))) return next()
    const { pathname, search } = new URL(url)
    const asked: Asked = {
      ...{ method, path: pathname + search, headers: headersOf(context.req.header()) },
      body: raw.body ? Readable.fromWeb(raw.body as NodeStream) : undefined,
    }
    // Of all that is asked only a reading takes long, and it alone can be given up in the middle.
    const answer = await (path === '/api/read'
      ? workers.read({ ...asked, signal: raw.signal })
      : workers.answer(asked))
    return context.body(bodyOf(answer), answer.status as ContentfulStatusCode, answer.headers)
  }
}

function headersOf(given: Record<string, string>): Record<string, string> {
  return Object.fromEntries(PASSED.flatMap((name) => (given[name] ? [[name, given[name]]] : [])))
}

function bodyOf({ body }: Answer): ReadableStream {
  return Readable.toWeb(body) as ReadableStream
}
