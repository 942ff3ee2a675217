import { HearsayError } from '@hearsay/engine'
import { addressesOf } from './address.js'
import { checkedUrl, HttpStatusError, inTime } from './fetch.js'
import { request } from './request.js'

const DEADLINE_MS = 20_000
/** A timestamp has a few thousand bytes, with all its certificates. */
const MAX_BYTES = 100_000

/**
 * What the time-stamping authority at `url` answers to a query (RFC 3161, 3.4). Its user names it, so it may lie on a
 * private network; where it sends elsewhere, nobody goes.
 * @throws HearsayError `url-not-http`, `url-with-password`, `url-unreachable`, `url-timeout`, `url-too-large`,
 * `url-http-status`.
 */
export async function fetchTimestamp(
  url: string,
  query: Uint8Array,
  { deadlineMs = DEADLINE_MS } = {},
): Promise<Uint8Array> {
  const at = checkedUrl(url)
  const signal = AbortSignal.timeout(deadlineMs)
  const headers = {
    accept: 'application/timestamp-reply',
    'accept-encoding': 'identity',
    'content-type': 'application/timestamp-query',
  }
  const { status, bytes } = await inTime(signal, at, deadlineMs, async () => {
    const addresses = await addressesOf(at)
    return request(at, { addresses, signal, maxBytes: MAX_BYTES, headers, body: query })
  })
  if (status >= 300 && status <= 399)
    throw new HearsayError(
      'url-http-status',
      `${url} sends elsewhere, which is not followed. Name the authority's own address.`,
    )
  if (status < 200 || status > 299) throw new HttpStatusError(status, 0, url)
  return bytes
}
