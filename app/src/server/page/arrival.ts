/**
 * From where one came to the page: from the page itself, from outside any page (an address typed, a bookmark, a link in
 * another program), or from another page, be it on this machine.
 */
export type Arrival = 'page' | 'outside' | 'elsewhere'

/** What a browser's Sec-Fetch-Site says of it; older ones and programs say nothing. */
export function arrivalFrom(site: string | undefined): Arrival {
  if (site === 'same-origin') return 'page'
  return site === undefined || site === 'none' ? 'outside' : 'elsewhere'
}
