import { send } from './request.js'

/** The token for the code of a one-time link. Throws a `Failure` when the code is used up. */
export async function enter(code: string): Promise<string> {
  return (await send<{ token: string }>('POST', '/api/session', { code })).token
}
