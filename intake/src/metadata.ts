import type { Note } from '@hearsay/engine'
import { daysBetween, isoDate } from './date.js'
import type { Draft } from './draft.js'
import type { ArticleData } from './json-ld.js'
import { proseOf } from './prose.js'

/** Names of `<meta>` tags, as `name`, `property` or `itemprop`, the most telling first. */
const META = {
  title: ['og:title', 'twitter:title', 'dc.title', 'headline'],
  byline: ['author', 'article:author', 'byl', 'parsely-author', 'dc.creator', 'sailthru.author'],
  outlet: ['og:site_name', 'application-name', 'dc.publisher', 'citation_journal_title'],
  published: [
    'article:published_time',
    'og:article:published_time',
    'datepublished',
    'parsely-pub-date',
    'sailthru.date',
    'dc.date',
    'dc.date.issued',
    'dcterms.created',
    'pubdate',
    'publish-date',
    'date',
  ],
  language: ['og:locale', 'content-language', 'dc.language'],
}

/** Longer headings, in characters, are no headlines. */
const LONGEST_TITLE = 300

/** What stands before the outlet in a window's title is no headline when it is shorter, in characters. */
const SHORTEST_TITLE = 10

/** What a page says of its article: JSON-LD first, then meta tags, then what is visible. */
export function readMetadata(page: Document, data: ArticleData | null): Omit<Draft, 'text'> {
  const meta = metaTags(page)
  const named = (names: string[]) => names.flatMap((name) => meta.get(name) ?? [])
  const dates = [data?.published, ...named(META.published)].flatMap(asDate)
  const published = dates[0] ?? visibleDate(page)
  return {
    title: tidy(data?.title ?? named(META.title)[0] ?? visibleTitle(page)),
    byline: bylineOf(data?.byline ?? named(META.byline).find(isName) ?? visibleByline(page)),
    outlet: tidy(data?.outlet ?? named(META.outlet)[0]),
    published,
    language: languageCode(
      page.querySelector('html[lang]')?.getAttribute('lang') ??
        data?.language ??
        named(META.language)[0],
    ),
    notes: conflictNotes(dates),
  }
}

function metaTags(page: Document): Map<string, string[]> {
  const tags = new Map<string, string[]>()
  for (const tag of page.querySelectorAll('meta[content], time[itemprop][datetime]')) {
    const content = tag.getAttribute('content') ?? tag.getAttribute('datetime')
    const label = ['property', 'name', 'itemprop', 'http-equiv'].map((key) => tag.getAttribute(key))
    const name = label.find((value) => value)?.toLowerCase()
    if (!name || !content?.trim()) continue
    const contents = tags.get(name)
    if (contents) contents.push(content.trim())
    else tags.set(name, [content.trim()])
  }
  return tags
}

function asDate(written: string | null | undefined): string[] {
  const date = written ? isoDate(written) : null
  return date ? [date] : []
}

function conflictNotes([first, ...others]: string[]): Note[] {
  // A day apart is a matter of time zones.
  const other = others.find((date) => daysBetween(first, date) > 1)
  if (!other) return []
  const message = `The page gives two dates of publication, ${first} and ${other}; the first is used.`
  return [{ code: 'dates-conflict', message }]
}

function visibleDate(page: Document): string | null {
  const time = page.querySelector('time[pubdate][datetime]') ?? page.querySelector('time[datetime]')
  return isoDate(time?.getAttribute('datetime') ?? '')
}

/** The headline, else the window's title without the outlet after its last bar or dash. */
function visibleTitle(page: Document): string | null {
  const headings = page.querySelectorAll('h1')
  // An h1 that is never closed holds the whole page: its first paragraph is the headline.
  const heading = headings.length === 1 ? tidy(proseOf(headings[0]).split('\n\n')[0]) : null
  if (heading && heading.length <= LONGEST_TITLE) return heading
  const title = tidy(page.querySelector('title')?.textContent)
  if (!title || title.length > LONGEST_TITLE) return title
  return withoutOutlet(title)
}

function withoutOutlet(title: string): string {
  const end = Math.max(...[' | ', ' – ', ' — ', ' - '].map((mark) => title.lastIndexOf(mark)))
  return end < SHORTEST_TITLE || /[|–—]/.test(title.slice(end + 3)) ? title : title.slice(0, end)
}

function visibleByline(page: Document): string | null {
  const selector = '[rel="author"], [itemprop="author"], .byline, .author'
  const byline = tidy(page.querySelector(selector)?.textContent)
  return byline && byline.length <= 100 ? byline : null
}

/** `By ANA RUIZ`: the name alone. */
function bylineOf(byline: string | null | undefined): string | null {
  return tidy(tidy(byline)?.replace(/^by[:\s]+/i, ''))
}

/** Some pages name an author by the address of a profile. */
function isName(value: string): boolean {
  return !/^https?:/i.test(value)
}

function tidy(text: string | null | undefined): string | null {
  return text?.replace(/\s+/g, ' ').trim() || null
}

/** `en-GB` and `en_US` are `en`. */
function languageCode(tag: string | null | undefined): string | null {
  return /^\s*([a-z]{2,3})([-_]|\s*$)/i.exec(tag ?? '')?.[1].toLowerCase() ?? null
}
