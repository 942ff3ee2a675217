import { api, send } from './request.js'

export interface Forgotten {
  article: string
  addresses: string[]
  versions: string[]
  shared: number
  searches: string[]
  lingering: 'reading' | 'room' | null
}

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
export function reread(): Promise<{ job: string }> {
  return send('POST', api('re-read'))
}

/** Starts to check all that is kept. */
export function verify(): Promise<{ job: string }> {
  return send('POST', api('verify'))
}
