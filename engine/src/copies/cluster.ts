import { loadOutlets } from '../lexicon/index.js'

const { isAgency } = loadOutlets()

/** A place and time at which one of several articles that carry the same story was found. */
export interface Copy {
  article: string
  outlet: string | null
  /** ISO day or date-time; null when the article gives none. */
  published: string | null
  /** ISO date-time. */
  fetched: string
  /** The news agencies that it credits: `creditedIn` its text. */
  credits: readonly string[]
}

/** Articles that carry one story, and so are one independent origin. */
export interface Cluster {
  /** The article that carried it first. */
  origin: string
  /** All of them, the origin first, then in the order in which they came. */
  articles: string[]
  /** The news agencies that the copies credit, as they write them. */
  credited: string[]
}

/**
 * Which of the copies is the origin: the earliest published. On one day the copy of a news agency comes first, then
 * one with a time of day, then the earliest fetched. An article without a date counts by when it was fetched.
 * @throws RangeError there are no copies
 */
export function clusterOf(copies: readonly Copy[]): Cluster {
  const credited = [...new Set(copies.flatMap(({ credits }) => credits))]
  const keys = new Map(copies.map((copy) => [copy, orderOf(copy)]))
  const key = (copy: Copy) => keys.get(copy) ?? ''
  const articles = copies
    .toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
    .map(({ article }) => article)
    .filter((article, i, all) => all.indexOf(article) === i)
  const [origin] = articles
  if (origin === undefined)
    throw new RangeError('A cluster needs at least one copy; none was given.')
  return { origin, articles, credited }
}

/** A text that sorts as the copies came. */
function orderOf({ article, outlet, published, fetched }: Copy): string {
  const [day = '', time = '~'] = inUtc(published ?? fetched).split('T')
  const agency = outlet !== null && isAgency(outlet) ? 0 : 1
  return [day.padEnd(10, '~'), agency, time, inUtc(fetched), article].join(' ')
}

/** Times with a zone as UTC; others stay, as their zone is not known. */
function inUtc(iso: string): string {
  const time = iso.includes('T') && /(?:Z|[+-]\d\d:?\d\d)$/u.test(iso) ? Date.parse(iso) : NaN
  return Number.isNaN(time) ? iso : new Date(time).toISOString()
}
