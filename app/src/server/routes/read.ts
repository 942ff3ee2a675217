import { Given, Ledger } from '@hearsay/contract'
import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { HearsayError } from '@hearsay/engine'
import { read } from '../../actions/read.js'
import { stoppable } from '../jobs/stoppable.js'
import { givenInput } from '../given-input.js'
import type { Parts } from '../parts.js'
import { json, REFUSED } from '../schemas/answers.js'

const route = createRoute({
  method: 'post',
  path: '/api/read',
  summary: 'Read an article and keep nothing of it',
  request: { body: { content: { 'application/json': { schema: Given } }, required: true } },
  responses: { 200: json(Ledger, 'Its ledger'), ...REFUSED },
})

/** How many may wait to be read at a time. */
const MOST_WAITING = 20

export function readRoutes(app: OpenAPIHono, parts: Parts): void {
  let waiting = 0
  app.openapi(route, async ({ req, json }) => {
    const { signal } = req.raw
    if (waiting >= MOST_WAITING) throw new HearsayError('queue-full', FULL)
    waiting++
    try {
      return json(await readGiven(req.valid('json'), parts, signal), 200)
    } finally {
      waiting--
    }
  })
}

const FULL = `${MOST_WAITING} articles are waiting to be read already. Try again when some are done.`

const TOO_LONG =
  'This text is too long to be read as one article. Add it: then it is read in parts, each an article.'

/** Until nobody waits for it any more. */
async function readGiven(given: Given, { reader }: Parts, signal: AbortSignal): Promise<Ledger> {
  const { input, particulars } = givenInput(given)
  const readings = read({
    inputs: [input],
    reader: Promise.resolve(stoppable(reader, signal)),
    particulars,
  })
  const { value } = await readings.next()
  if (!value || 'error' in value) throw value?.error
  if (value.value.notes.some(({ code }) => code === 'text-divided'))
    throw new HearsayError('text-too-large', TOO_LONG)
  return value.value
}
