import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Parts } from '../parts.js'
import { arrivalFrom, type Arrival } from './arrival.js'
import { PAGE_POLICY } from './policies.js'

/** The page at every path that is not taken, and the files it loads: they hold nothing, and are for whoever asks. */
export function pageRoutes(app: OpenAPIHono, { page }: Pick<Parts, 'page'>): void {
  app.get('/*', (context) => {
    const file = page.files.get(context.req.path)
    if (file && context.req.path !== '/index.html') {
      // Names of assets change with what is in them.
      if (context.req.path.startsWith('/assets/'))
        context.header('Cache-Control', 'private, max-age=31536000, immutable')
      return context.body(file.bytes, 200, { 'Content-Type': file.type })
    }
    context.header('Content-Security-Policy', PAGE_POLICY)
    const html = told(page.html, arrivalFrom(context.req.header('sec-fetch-site')))
    return context.body(html, 200, { 'Content-Type': 'text/html; charset=utf-8' })
  })
}

/** The page, told from where one comes to it: its own script cannot see that. */
function told(html: Uint8Array, arrival: Arrival): string {
  return new TextDecoder().decode(html).replace('<html', `<html data-arrival="${arrival}"`)
}
