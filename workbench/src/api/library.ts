import type { Forgotten, Started } from '@hearsay/contract'
import { api, send } from './request.js'

const at = (article: string, more = ''): string =>
  `articles/${encodeURIComponent(article.replace(/^sha256:/, ''))}${more}`

/** Where the bytes lie that the article was read from. */
export function originalAddress(article: string): string {
  return api(at(article, '/original'))
}

/** Where an export of everything lies. */
export function wholeExportAddress(format: string): string {
  return api('export', { format })
}

export function forgetArticle(article: string): Promise<Forgotten> {
  return send('DELETE', api(at(article)))
}

/** Starts to read every article again with the reader of today. */
export function reread(): Promise<Started> {
  return send('POST', api('re-read'))
}

/** Starts to check all that is kept. */
export function verify(): Promise<Started> {
  return send('POST', api('verify'))
}
