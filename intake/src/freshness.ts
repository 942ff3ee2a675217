import type { IncomingHttpHeaders } from 'node:http'

/** How long an answer asks to be left alone, in milliseconds: `Retry-After`, `Cache-Control: max-age`, `Expires`. */
export function freshForMs(headers: IncomingHttpHeaders): number {
  const { 'cache-control': control = '', expires, date } = headers
  const retry = retryAfterMs(headers)
  if (retry > 0) return retry
  if (/\bno-(cache|store)\b/i.test(control)) return 0
  const seconds = /\bmax-age\s*=\s*"?(\d{1,9})/i.exec(control)?.[1]
  if (seconds !== undefined) return Number(seconds) * 1000
  return between(date, expires)
}

/** `Retry-After`, in seconds or as a date, in milliseconds; 0 without one. */
export function retryAfterMs({ 'retry-after': written, date }: IncomingHttpHeaders): number {
  if (!written) return 0
  return /^\s*\d{1,9}\s*$/.test(written) ? Number(written) * 1000 : between(date, written)
}

/** By the server's own clock, which may be wrong, but wrong in both. */
function between(from: string | undefined, to: string | undefined): number {
  const span = Date.parse(to ?? '') - Date.parse(from ?? '')
  return span > 0 ? span : 0
}
