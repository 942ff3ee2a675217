import type { MiddlewareHandler } from 'hono'
import { getCookie } from 'hono/cookie'
import { GUARDS } from './guards.js'
import type { Door } from './request.js'

/** Lets through what passes every guard. The first that objects is thrown. */
export function guard(door: Door): MiddlewareHandler {
  return async (context, next) => {
    const asked = {
      method: context.req.method,
      path: context.req.path,
      header: (name: string) => context.req.header(name),
      cookie: (name: string) => getCookie(context, name),
    }
    for (const objects of GUARDS) {
      const refusal = objects(asked, door)
      if (refusal) throw refusal
    }
    await next()
  }
}
