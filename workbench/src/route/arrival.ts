/** What the router leaves in the history of the browser: the page itself led there. */
export const OWN = { own: true }

/**
 * Whether the page waits for a word of the person before it asks the server anything: another page led here, or an
 * address from outside the page that is a search. Only the server sees from where one comes, and writes it into the page.
 */
export function mustWait(arrival: string | undefined, state: unknown, search: string): boolean {
  if ((state as typeof OWN | null)?.own === true || arrival === 'page') return false
  return arrival === 'elsewhere' || search !== ''
}
