import { getRequestListener, RequestError, type HttpBindings } from '@hono/node-server'
import { HearsayError } from '@hearsay/engine'
import { statusOf } from './answers/statuses.js'
import { toldError, type Log } from './answers/told-error.js'
import { HEADERS } from './page/policies.js'

interface Application {
  fetch(request: Request, bindings: HttpBindings): Response | Promise<Response>
}

/** What Node's server calls with every request. */
export function listener({ fetch }: Application, log: Log) {
  return getRequestListener((request, bindings) => fetch(request, bindings as HttpBindings), {
    // Requests that never became one: their Host is no name of a host, or missing.
    errorHandler: (error) => {
      const strange = error instanceof RequestError
      const known = strange ? new HearsayError('host-foreign', STRANGE) : error
      const told = toldError(known, log)
      const status = strange ? statusOf(told.code) : 500
      return Response.json({ error: told }, { status, headers: HEADERS })
    },
  })
}

const STRANGE = 'The Host of this request is not a name of this server.'
