import type { OpenAPIHono } from '@hono/zod-openapi'
import { setCookie } from 'hono/cookie'
import type { Parts } from '../parts.js'
import { PAGE_POLICY } from './policies.js'

/** The page at every path that is not taken, and the files it loads. */
export function pageRoutes(app: OpenAPIHono, { page, door }: Pick<Parts, 'page' | 'door'>): void {
  app.get('/*', (context) => {
    const file = page.files.get(context.req.path)
    if (file && context.req.path !== '/index.html') {
      // Names of assets change with what is in them.
      if (context.req.path.startsWith('/assets/'))
        context.header('Cache-Control', 'private, max-age=31536000, immutable')
      return context.body(file.bytes, 200, { 'Content-Type': file.type })
    }
    setCookie(context, door.cookie, door.token, { path: '/', httpOnly: true, sameSite: 'Strict' })
    context.header('Content-Security-Policy', PAGE_POLICY)
    return context.body(page.html, 200, { 'Content-Type': 'text/html; charset=utf-8' })
  })
}
