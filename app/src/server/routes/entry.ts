import type { HttpBindings } from '@hono/node-server'
import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { HearsayError } from '@hearsay/engine'
import { newLink } from '../guard/door.js'
import { isOfStranger } from '../guard/whose.js'
import type { Parts } from '../parts.js'
import { json, REFUSED } from '../schemas/answers.js'

const Link = z.object({ link: z.string() }).openapi('Link')
const Session = z.object({ token: z.string() }).openapi('Session')

const link = createRoute({
  method: 'post',
  path: '/api/links',
  summary: 'Make a link to the page that lets one browser in, once, within ten minutes',
  responses: { 200: json(Link, 'The link'), ...REFUSED },
})

const session = createRoute({
  method: 'post',
  path: '/api/session',
  summary: 'Come in by the code of a one-time link',
  description:
    'What the page does when it is opened by such a link: `http://127.0.0.1:4977/#code=…`. The code is dead afterwards. Where the kernel tells (on Linux), another user than the one who serves is refused.',
  security: [],
  request: {
    body: {
      content: { 'application/json': { schema: z.strictObject({ code: z.string().max(100) }) } },
      required: true,
    },
  },
  responses: { 200: json(Session, 'The token, which the page keeps for itself'), ...REFUSED },
})

export function entryRoutes(app: OpenAPIHono, { door }: Parts): void {
  app.openapi(link, (context) => context.json({ link: newLink(door) }, 200))
  app.openapi(session, async (context) => {
    const { remotePort, localPort } = (context.env as HttpBindings).incoming.socket
    // Whoever starts a browser with an address shows it to all users, in the list of processes: a link alone is not enough.
    if (await isOfStranger({ from: remotePort ?? 0, to: localPort ?? 0 })) throw stranger()
    if (door.links.take(context.req.valid('json').code) !== true) throw spent()
    return context.json({ token: door.token }, 200)
  })
}

const stranger = () =>
  new HearsayError('user-foreign', 'This server is open to the user who started it, and no other.')

const spent = () =>
  new HearsayError('link-spent', 'This link has been used, or is too old: each works once.')
