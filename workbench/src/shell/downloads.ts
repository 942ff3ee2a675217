import { ticketFor } from '../api/tickets.js'
import { toasts } from './toasts.svelte.js'

/** Lets links that save a file of the server do so: the browser, which fetches it, carries no token. */
export function ticketDownloads(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link?.hasAttribute('download') || !link.pathname.startsWith('/api/')) return
    if (link.origin !== location.origin) return
    event.preventDefault()
    void save(link.pathname + link.search)
  })
}

async function save(address: string): Promise<void> {
  try {
    const link = document.createElement('a')
    link.href = await ticketFor(address)
    link.download = ''
    link.click()
  } catch (thrown) {
    toasts.failed(thrown)
  }
}
