import { parseFeed, type AtomFeed, type JsonFeed, type RdfFeed, type RssFeed } from 'feedsmith'
import { fromBase64, isBase64 } from './base64.js'
import type { Entry, Feed } from './entry.js'

/** The feed by its format's own rules (RSS 0.9x to 2.0, RDF, Atom, JSON Feed). Throws what feedsmith throws. */
export function strictFeed(source: string): Feed {
  const found = parseFeed(source)
  switch (found.format) {
    case 'rss': {
      const { title, link, ttl, items = [] } = found.feed
      return { title, link, ttl, entries: items.map(rssEntry) }
    }
    case 'rdf': {
      const { title, link, items = [] } = found.feed
      return { title, link, entries: items.map(rdfEntry) }
    }
    case 'atom': {
      const { title, links, authors, entries = [] } = found.feed
      const link = linkOf(links)
      return {
        title: title?.value,
        link,
        entries: entries.map((entry) => atomEntry(entry, authors)),
      }
    }
    case 'json': {
      const { title, home_page_url: link, authors, items = [] } = found.feed
      return { title: escaped(title), link, entries: items.map((item) => jsonEntry(item, authors)) }
    }
  }
}

function rssEntry(item: RssFeed.Item<string>): Entry {
  const { guid, dc, atom, authors } = item
  const permalink = guid?.isPermaLink !== false && /^https?:/i.test(guid?.value ?? '')
  return {
    ...rdfEntry(item),
    link: item.link ?? linkOf(atom?.links) ?? (permalink ? guid?.value : undefined),
    id: guid?.value,
    published:
      item.pubDate ??
      dc?.dates?.[0] ??
      item.dcterms?.created?.[0] ??
      atom?.published ??
      atom?.updated,
    byline: joined(dc?.creators) ?? namesOf(authors) ?? namesOf(atom?.authors),
  }
}

function rdfEntry({
  title,
  link,
  description,
  dc,
  content,
}: RdfFeed.Item<string> | RssFeed.Item<string>): Entry {
  return {
    title: title ?? dc?.titles?.[0],
    link,
    published: dc?.dates?.[0],
    byline: joined(dc?.creators),
    html: content?.encoded,
    summary: description ?? dc?.descriptions?.[0],
  }
}

function atomEntry(
  entry: AtomFeed.Entry<string>,
  authors: AtomFeed.Feed<string>['authors'],
): Entry {
  const { type = 'text', value: written } = entry.content ?? {}
  const value = written && isBase64(type) ? fromBase64(written) : written
  // Many write markup and forget to say so.
  const isText = /^text(\/plain)?$/.test(type) && !/<\/?\w[^<>]*>/.test(value ?? '')
  return {
    title: entry.title?.type?.includes('html') ? entry.title.value : escaped(entry.title?.value),
    link: linkOf(entry.links),
    id: entry.id,
    published: entry.published ?? entry.updated,
    byline: namesOf(entry.authors) ?? joined(entry.dc?.creators) ?? namesOf(authors),
    ...(isText ? { text: value } : { html: value }),
    summary: entry.summary?.value,
  }
}

function jsonEntry(item: JsonFeed.Item<string>, authors: JsonFeed.Feed<string>['authors']): Entry {
  return {
    title: escaped(item.title),
    link: item.url ?? item.external_url,
    id: item.id,
    published: item.date_published ?? item.date_modified,
    byline: escaped(namesOf(item.authors) ?? namesOf(authors)),
    html: item.content_html,
    text: item.content_text,
    summary: escaped(item.summary),
  }
}

function linkOf(links: { href?: string; rel?: string }[] | undefined): string | undefined {
  const page = links?.find(({ rel }) => !rel || rel === 'alternate')
  return page?.href
}

function namesOf(people: { name?: string; email?: string }[] | undefined): string | undefined {
  return joined(people?.flatMap(({ name, email }) => name ?? email ?? []))
}

/** RSS writes `ana@herald.example (Ana Ruiz)`. */
function joined(names: string[] | undefined): string | undefined {
  const known = names?.map((name) => /\(([^()]+)\)\s*$/.exec(name)?.[1] ?? name)
  return known?.join(', ') || undefined
}

function escaped(text: string | undefined): string | undefined {
  return text?.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}
