import { HearsayError } from '@hearsay/engine'
import { addressesOf, publicAddresses } from './address.js'
import { request, type Answer } from './request.js'

export interface FetchOptions {
  /** For the whole of it, redirects included, in milliseconds; 20,000 unless given. */
  deadlineMs?: number
  /** Of the page, unpacked, in bytes; 20,000,000 unless given. */
  maxBytes?: number
  /** The host of the first address may be private: for tests, which have only loopback to ask. */
  allowPrivate?: boolean
}

export interface FetchedPage {
  bytes: Uint8Array
  /** Where the redirects ended. */
  url: string
  /** The Content-Type header, with its charset; absent when the server sent none. */
  contentType?: string
}

const MAX_REDIRECTS = 5

/**
 * The page at `url`. Only http and https, only public addresses, checked again at each redirect; sends
 * no cookies and no referrer. Throws HearsayError with one of the codes `url-not-http`,
 * `url-with-password`, `url-private-address`, `url-unreachable`, `url-timeout`, `url-too-large`,
 * `url-http-status`, `url-too-many-redirects`.
 */
export async function fetchPage(url: string, options: FetchOptions = {}): Promise<FetchedPage> {
  const { deadlineMs = 20_000, maxBytes = 20_000_000, allowPrivate = false } = options
  const signal = AbortSignal.timeout(deadlineMs)
  const start = checkedUrl(url)
  const resolve = (at: URL) =>
    allowPrivate && at.host === start.host ? addressesOf(at) : publicAddresses(at)
  let next = start
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    const at = next
    const answer = await inTime(signal, at, deadlineMs, async () =>
      request(at, { addresses: await resolve(at), signal, maxBytes }),
    )
    const target = redirectTarget(answer, at)
    if (!target) return pageOf(answer, at)
    next = checkedUrl(target)
  }
  throw new HearsayError(
    'url-too-many-redirects',
    `${url} redirects more than ${MAX_REDIRECTS} times. Open it in a browser and save the page.`,
  )
}

function checkedUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new HearsayError(
      'url-not-http',
      `"${address}" is not an http or https address. Write it in full, as https://example.org/story.`,
    )
  }
  if (url.username || url.password) {
    throw new HearsayError(
      'url-with-password',
      `The address at ${url.host} carries a user name or password, which is not sent. Leave it out.`,
    )
  }
  return url
}

/** What `work` gives, unless `signal` comes first: resolving a name cannot be aborted, only left. */
async function inTime<T>(
  signal: AbortSignal,
  url: URL,
  deadlineMs: number,
  work: () => Promise<T>,
): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    const refuse = () =>
      reject(
        new HearsayError(
          'url-timeout',
          `${url.href} did not answer in full within ${deadlineMs} ms. Try again later, or save the page and read the file.`,
        ),
      )
    if (signal.aborted) refuse()
    signal.addEventListener('abort', refuse, { once: true })
  })
  return Promise.race([late, work()])
}

function redirectTarget({ status, headers }: Answer, from: URL): string | null {
  if (![301, 302, 303, 307, 308].includes(status) || !headers.location) return null
  return URL.canParse(headers.location, from.href) ? new URL(headers.location, from).href : null
}

function pageOf({ status, headers, bytes }: Answer, url: URL): FetchedPage {
  if (status < 200 || status > 299) {
    throw new HearsayError(
      'url-http-status',
      `${url.href} answered with HTTP status ${status} instead of a page. Check the address.`,
    )
  }
  return { bytes, url: url.href, contentType: headers['content-type'] }
}
