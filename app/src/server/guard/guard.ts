import type { MiddlewareHandler } from 'hono'
import type { Door } from './door.js'
import { GUARDS } from './guards.js'

/** Lets through what passes every guard. The first that objects is thrown. */
export function guard(door: Door): MiddlewareHandler {
  return async (context, next) => {
    const asked = {
      method: context.req.method,
      path: context.req.path,
      header: (name: string) => context.req.header(name),
    }
    for (const objects of GUARDS) {
      const refusal = objects(asked, door)
      if (refusal) throw refusal
    }
    await next()
  }
}
