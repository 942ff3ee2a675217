import { OneTime } from '../one-time.js'
import { newToken } from '../token.js'
import { ownHosts } from './names.js'

/** Who may come in, and how. */
export interface Door {
  /** `http://127.0.0.1:4977/` */
  address: string
  /** What the server may be called: `127.0.0.1:4977`. */
  hosts: ReadonlySet<string>
  /** Who knows it is in; it dies with the server. */
  token: string
  /** Codes of links to the page; each lets one browser have the token. */
  links: OneTime<true>
  /** Tickets for what a browser fetches without a header; each for one address of the API. */
  tickets: OneTime<string>
}

const MINUTE = 60_000

/** The door of a server that listens on `port`. */
export function createDoor(port: number): Door {
  return {
    address: `http://127.0.0.1:${port}/`,
    hosts: ownHosts(port),
    token: newToken(),
    links: new OneTime(10 * MINUTE),
    tickets: new OneTime(MINUTE / 2),
  }
}

/** A link to the page that works once. Browsers send nobody what stands behind the #. */
export function newLink({ address, links }: Door): string {
  return `${address}#code=${links.issue(true)}`
}
