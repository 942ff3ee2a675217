/** What the page may do: what came with it, and asking this server. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // The one policy of Svelte, which makes its templates by it.
  'trusted-types svelte-trusted-html',
].join('; ')

/** What any other answer may do when a browser shows it: nothing. */
export const ANSWER_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

/** Sent with everything. */
export const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': ANSWER_POLICY,
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
}
