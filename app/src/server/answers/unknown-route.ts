import type { Context } from 'hono'
import { HearsayError } from '@hearsay/engine'

/** For what no route answers to. */
export function unknownRoute({ req }: Context): never {
  const message = `Nothing answers to ${req.method} ${req.path}. /api/openapi.json lists what does.`
  throw new HearsayError('route-unknown', message)
}
