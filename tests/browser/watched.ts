import type { Browser, BrowserContext, BrowserContextOptions, Page, Request } from 'playwright-core'

/** A page of its own profile, and what it did that no page of ours may do. */
export interface Watched {
  page: Page
  context: BrowserContext
  /** Errors, dialogs, broken policies, scripts of an article that ran, requests that leave the machine. */
  complaints: string[]
  close(): Promise<void>
}

/** Name of the function that every attack of the corpus calls once it runs. */
export const MARK = 'xss'

/** Opens a page in a fresh context of `browser` and watches it. */
export async function watched(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<Watched> {
  const context = await browser.newContext({ serviceWorkers: 'block', ...options })
  const complaints: string[] = []
  const complain = (what: string) => void complaints.push(what)
  await context.exposeBinding(MARK, ({ frame }) => complain(`a script ran in ${frame.url()}`))
  await context.exposeBinding('policyBroken', (_, what: string) => complain(what))
  await context.addInitScript(tellBrokenPolicies)
  context.on('request', (request) => {
    if (!staysHere(request)) complain(`asked for ${request.url()}`)
  })
  context.on('page', (page) => watch(page, complain))
  const page = await context.newPage()
  return { page, context, complaints, close: () => context.close() }
}

function watch(page: Page, complain: (what: string) => void): void {
  page.on('pageerror', (error) => complain(`error: ${error.message}`))
  page.on('dialog', (dialog) => {
    complain(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complain(`console: ${message.text()}`)
  })
}

/** This machine answers on loopback; a file is one that a test opened; the rest never leaves the page. */
function staysHere(request: Request): boolean {
  const { protocol, hostname } = new URL(request.url())
  if (protocol === 'file:')
    return request.isNavigationRequest() && request.frame().parentFrame() === null
  if (protocol === 'data:' || protocol === 'blob:') return !request.isNavigationRequest()
  return hostname === '127.0.0.1'
}

function tellBrokenPolicies(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    const { effectiveDirective, blockedURI, sample } = event
    const told = `policy broken: ${effectiveDirective} ${blockedURI} ${sample}`
    ;(window as unknown as Record<string, (what: string) => void>).policyBroken?.(told)
  })
}
