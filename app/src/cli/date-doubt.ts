import { plain } from './terminal/plain.js'

/** A line for a person when an article is dated after `today` (both ISO dates); empty otherwise. The ledger knows no clock. */
export function dateDoubt(origin: string, published: string | null, today: string): string {
  const date = published?.slice(0, 10) ?? ''
  if (date <= today.slice(0, 10)) return ''
  return `hearsay: ${plain(origin)} is dated ${date}, which is yet to come. Words such as "last month" count from there; pass the right day with --published.\n`
}
