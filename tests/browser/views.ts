import type { Page } from 'playwright-core'

/** Every view of the page, by its address; `ID` stands for an article. */
export const VIEWS = {
  start: '/',
  read: '/read/ID',
  'read, a statement chosen': '/read/ID?s=s1',
  'read, a statement being fixed': '/read/ID?s=s1&edit',
  sources: '/sources',
  review: '/review',
  search: '/search',
  'search with hits': '/search?words=camp',
  'search without hits': '/search?words=zyzzyva',
  library: '/library',
  'no such page': '/nowhere/at/all',
} as const

export const VIEW_NAMES = Object.keys(VIEWS) as (keyof typeof VIEWS)[]

/** The address of a view, for the article with this id. */
export function addressOf(view: keyof typeof VIEWS, article: string): string {
  return VIEWS[view].replace('ID', article.replace('sha256:', '').slice(0, 16))
}

/** Goes to an address of the page as one who types it: a search in it waits for Enter. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.goto(address)
  if (/\/search\?/.test(address))
    await page.getByRole('button', { name: 'Search', exact: true }).click()
}
