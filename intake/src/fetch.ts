import { HearsayError } from '@hearsay/engine'
import { addressesOf, publicAddresses } from './address.js'
import { freshForMs, retryAfterMs } from './freshness.js'
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

/** What a feed said of itself when it was last fetched. */
export interface FeedState {
  etag?: string
  modified?: string
}

export type FetchedFeed = FeedState & {
  /** How long the feed asks to be left alone, in milliseconds; 0 when it does not say. */
  freshForMs: number
} & ({ unchanged: true } | ({ unchanged: false } & FetchedPage))

/** An answer that is no page. */
export class HttpStatusError extends HearsayError {
  constructor(
    readonly status: number,
    /** How long the server asks to be left alone, in milliseconds; 0 when it does not say. */
    readonly retryAfterMs: number,
    url: string,
  ) {
    super(
      'url-http-status',
      `${url} answered with HTTP status ${status} instead of a page. Check the address.`,
    )
  }
}

const MAX_REDIRECTS = 5

const PAGES = 'text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1'
const FEEDS =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, */*;q=0.1'

/**
 * The page at `url`. Only http and https, only public addresses, checked again at each redirect; sends
 * no cookies and no referrer. Throws HearsayError with one of the codes `url-not-http`,
 * `url-with-password`, `url-private-address`, `url-unreachable`, `url-timeout`, `url-too-large`,
 * `url-http-status`, `url-too-many-redirects`.
 */
export async function fetchPage(url: string, options: FetchOptions = {}): Promise<FetchedPage> {
  return pageOf(await follow(url, options, { accept: PAGES }))
}

/** The feed at `url`, unless it is as it was when it said `state` (RFC 9110, section 13). Throws as `fetchPage` does. */
export async function fetchFeed(
  url: string,
  { etag, modified }: FeedState,
  options: FetchOptions = {},
): Promise<FetchedFeed> {
  const headers: Record<string, string> = { accept: FEEDS }
  if (etag) headers['if-none-match'] = etag
  if (modified) headers['if-modified-since'] = modified
  const end = await follow(url, options, headers)
  const said = end.answer.headers
  const state = {
    etag: said.etag ?? (end.answer.status === 304 ? etag : undefined),
    modified: said['last-modified'] ?? (end.answer.status === 304 ? modified : undefined),
    freshForMs: freshForMs(said),
  }
  if (end.answer.status === 304) return { ...state, unchanged: true }
  return { ...state, unchanged: false, ...pageOf(end) }
}

/** What the last redirect led to. */
interface End {
  answer: Answer
  url: URL
}

async function follow(
  url: string,
  options: FetchOptions,
  headers: Record<string, string>,
): Promise<End> {
  const { deadlineMs = 20_000, maxBytes = 20_000_000, allowPrivate = false } = options
  const signal = AbortSignal.timeout(deadlineMs)
  const start = checkedUrl(url)
  const resolve = (at: URL) =>
    allowPrivate && at.host === start.host ? addressesOf(at) : publicAddresses(at)
  let next = start
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    const at = next
    const answer = await inTime(signal, at, deadlineMs, async () =>
      request(at, { addresses: await resolve(at), signal, maxBytes, headers }),
    )
    const target = redirectTarget(answer, at)
    if (!target) return { answer, url: at }
    next = checkedUrl(target)
  }
  throw new HearsayError(
    'url-too-many-redirects',
    `${url} redirects more than ${MAX_REDIRECTS} times. Open it in a browser and save the page.`,
  )
}

export function checkedUrl(address: string): URL {
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
export async function inTime<T>(
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

function pageOf({ answer: { status, headers, bytes }, url }: End): FetchedPage {
  if (status < 200 || status > 299) {
    throw new HttpStatusError(status, retryAfterMs(headers), url.href)
  }
  return { bytes, url: url.href, contentType: headers['content-type'] }
}
