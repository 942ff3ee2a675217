import { mustWait, OWN } from './arrival.js'
import { parseRoute, type Route } from './route.js'

/** Where the page is. Links of this page move it without a new load; back and forward do what they say. */
class Router {
  current = $state.raw<Route>(parseRoute(location.pathname, location.search))
  /** One came from elsewhere and has not yet said that what the address asks is to be done. */
  held = $state(mustWait(document.documentElement.dataset.arrival, history.state, asked()))
  #waiting: ReturnType<typeof setTimeout> | undefined

  constructor() {
    if (!this.held) this.admit()
    addEventListener('popstate', () => this.#read())
    document.addEventListener('click', (event) => this.#follow(event))
  }

  /** What the address asks is to be done, also after a reload. */
  admit(): void {
    this.held = false
    history.replaceState(OWN, '')
  }

  go(address: string): void {
    clearTimeout(this.#waiting)
    history.pushState(OWN, '', address)
    this.held = false
    this.#read()
    scrollTo(0, 0)
  }

  /** Says where the page is by now, without a step in its history; soon, since browsers refuse too many. */
  note(address: string): void {
    clearTimeout(this.#waiting)
    this.#waiting = setTimeout(() => {
      if (address !== location.pathname + location.search) history.replaceState(OWN, '', address)
    }, 120)
  }

  /** As `note`, and the view is told. */
  replace(address: string): void {
    clearTimeout(this.#waiting)
    history.replaceState(OWN, '', address)
    this.#read()
  }

  #read(): void {
    this.current = parseRoute(location.pathname, location.search)
  }

  #follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin)
      return
    if (link.pathname.startsWith('/api/') || link.getAttribute('href')?.startsWith('#')) return
    event.preventDefault()
    this.go(link.pathname + link.search)
  }
}

/** What a search in the address asks; nothing elsewhere. */
function asked(): string {
  return parseRoute(location.pathname).view === 'search' ? location.search : ''
}

export const router = new Router()
