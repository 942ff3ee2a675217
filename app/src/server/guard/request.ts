/** What the guards look at. */
export interface Asked {
  method: string
  path: string
  header(name: string): string | undefined
}

/** Whether a request changes anything. */
export function writes({ method }: Asked): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(method)
}

/** Whether a path is the API's; any other gives the page, which holds nothing. */
export function isApi(path: string): boolean {
  return /^\/api(\/|$)/.test(path)
}

/** Where a one-time code or a ticket is brought, which says itself who comes. */
export function bringsItsOwn(asked: Asked): boolean {
  if (writes(asked)) return asked.method === 'POST' && asked.path === '/api/session'
  return /^\/api\/tickets\/[^/]+$/.test(asked.path)
}
