import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { HearsayError } from '@hearsay/engine'
import type { Parts } from '../parts.js'
import { json, REFUSED } from '../schemas/answers.js'

const Ticket = z.object({ address: z.string() }).openapi('Ticket')
const OwnAddress = z
  .string()
  .max(16_384)
  .regex(/^\/api\/[^\\\s#]*$/, 'give an address of this API, such as /api/export?format=csv')

const issue = createRoute({
  method: 'post',
  path: '/api/tickets',
  summary: 'Get a ticket for what a browser fetches by itself',
  description:
    'A download or a stream of events cannot carry a header. A ticket stands for one GET of one address, once, within half a minute.',
  request: {
    body: {
      content: { 'application/json': { schema: z.strictObject({ for: OwnAddress }) } },
      required: true,
    },
  },
  responses: { 200: json(Ticket, 'Where the same is found, once'), ...REFUSED },
})

const use = createRoute({
  method: 'get',
  path: '/api/tickets/{ticket}',
  summary: 'What a ticket stands for, as its own address answers',
  security: [],
  request: { params: z.object({ ticket: z.string().max(100) }) },
  responses: {
    200: json(z.unknown(), 'As that address answers, in whichever type'),
    ...REFUSED,
  },
})

export function ticketRoutes(app: OpenAPIHono, { door }: Parts): void {
  app.openapi(issue, ({ req, json }) => {
    const ticket = door.tickets.issue(req.valid('json').for)
    return json({ address: `/api/tickets/${ticket}` }, 200)
  })
  app.openapi(use, async ({ req, env }) => {
    const address = door.tickets.take(req.valid('param').ticket)
    if (address === undefined) throw new HearsayError('ticket-spent', SPENT)
    const headers = { host: req.header('host') ?? '', authorization: `Bearer ${door.token}` }
    const asked = new Request(new URL(address, req.url), { headers, signal: req.raw.signal })
    return (await app.fetch(asked, env)) as never
  })
}

const SPENT = 'This ticket has been used, or is too old: each works once. Ask for another.'
