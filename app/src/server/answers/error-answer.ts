import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { HearsayError } from '@hearsay/engine'
import { statusOf } from './statuses.js'
import { toldError, type Log } from './told-error.js'

/** The answer to a request that failed: `{ error: { code, message } }`, and a status. */
export function errorAnswer(error: unknown, context: Context, log: Log) {
  const known = leftOff(context) ? LEFT : error instanceof HTTPException ? ofHono(error) : error
  const told = toldError(known, log)
  const status = known instanceof HearsayError ? statusOf(known.code) : 500
  return context.json({ error: told }, status)
}

/** Nobody hears it. */
const LEFT = new HearsayError('request-malformed', 'The request ended in the middle.')

/** Whether the client went away before its request was over: whatever that broke is no fault. */
function leftOff({ env }: Context): boolean {
  const { incoming } = (env ?? {}) as Partial<HttpBindings>
  return incoming?.destroyed === true && !incoming.complete
}

/** Hono itself refuses some bodies. */
function ofHono({ status, message }: HTTPException): Error {
  if (status === 413) return new HearsayError('body-too-large', 'The body is too large.')
  if (status === 415)
    return new HearsayError('content-type-unknown', 'This route does not take that Content-Type.')
  if (status === 400) return new HearsayError('request-malformed', `${message}.`)
  return new Error(message)
}
