import { enter } from '../api/entry.js'
import { Failure } from '../api/failure.js'
import { carry } from '../api/request.js'

const KEY = 'hearsay.token'
const CODE = /^#code=(.+)$/

/**
 * What lets this page ask: the token of the server. It is kept where only pages of this very address and port can read
 * it, so that every tab of a browser is in, and is sent in a header, never by itself. It dies with the server.
 */
class Session {
  token = $state<string | null>(kept())
  /** Why the link did not let anybody in. */
  refusal = $state<Failure | null>(null)

  constructor() {
    carry(this)
    // Another tab was let in, to a server that was started anew.
    addEventListener('storage', ({ key, newValue }) => {
      if (key === KEY) this.token = newValue
    })
  }

  /** Comes in by the code of a one-time link, where the address carries one; true when that was so. */
  async arrive(): Promise<boolean> {
    const [, code] = CODE.exec(location.hash) ?? []
    if (code === undefined) return false
    history.replaceState(history.state, '', location.pathname + location.search)
    try {
      this.#keep(await enter(code))
      return true
    } catch (thrown) {
      if (thrown instanceof Failure) this.refusal = thrown
      return false
    }
  }

  /** The server does not know `token`: it was started anew. */
  lose(token: string | null): void {
    if (token === this.token) this.#keep(null)
  }

  #keep(token: string | null): void {
    this.token = token
    this.refusal = null
    try {
      if (token === null) localStorage.removeItem(KEY)
      else localStorage.setItem(KEY, token)
    } catch {
      // A browser that keeps nothing: this tab is in until it is closed.
    }
  }
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

export const session = new Session()
