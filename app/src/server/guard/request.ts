/** What the guards look at. */
export interface Asked {
  method: string
  path: string
  header(name: string): string | undefined
  cookie(name: string): string | undefined
}

export interface Door {
  /** What the server may be called: `127.0.0.1:4977`. */
  hosts: ReadonlySet<string>
  /** A name for each port: browsers send the cookies of a host to all of its ports. */
  cookie: string
  token: string
}

/** Whether a request changes anything. */
export function writes({ method }: Asked): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(method)
}

/** Routes that need the token; any other path gives the page. */
export function isOwnPath(path: string): boolean {
  return /^\/(api|assets)(\/|$)/.test(path)
}
