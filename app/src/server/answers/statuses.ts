import type { ContentfulStatusCode } from 'hono/utils/http-status'

/**
 * What each kind of HearsayError means in HTTP: the first row whose pattern fits. A code that no row names is about
 * what the user gave, and is 422.
 */
export const STATUSES: readonly [code: RegExp, status: ContentfulStatusCode][] = [
  [/^(token|link|ticket)-/, 401],
  [/^(host|origin|site|user)-|^framed$/, 403],
  [/^(article|statement|actor|correction|search|job|route)-unknown$/, 404],
  [/^(request|id|query|cursor)-(invalid|malformed|too-costly)$/, 400],
  [/-(unstorable|too-long)$/, 400],
  [/-ambiguous$/, 409],
  [/-too-large$/, 413],
  [/^queue-full$/, 429],
  [/^store-(busy|slow|unreachable)$|^query-too-slow$/, 503],
  [/^store-read-only$/, 403],
  [/^(store|model|reader|runtime)-|^ledger-unsound$/, 500],
]

/** Codes whose last word would mislead the table above. */
const OTHERWISE: Readonly<Record<string, ContentfulStatusCode>> = {
  'content-type-unknown': 415,
  'reader-unknown': 400,
  // A page elsewhere, not what was sent here.
  'url-too-large': 422,
}

export function statusOf(code: string): ContentfulStatusCode {
  return OTHERWISE[code] ?? STATUSES.find(([pattern]) => pattern.test(code))?.[1] ?? 422
}
